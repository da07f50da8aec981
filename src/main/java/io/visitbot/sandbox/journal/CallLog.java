package io.visitbot.sandbox.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest 500 calls, with tokens and ciphers shortened before they are kept. */
public final class CallLog {

    private static final int MAX_CALLS = 500;

    private final Changes changes;
    private final Deque<Call> calls = new ArrayDeque<>();
    private long last;

    public CallLog(Changes changes) {
        this.changes = changes;
    }

    /** Keeps a call and gives it its number. */
    public void add(Call call) {
        synchronized (this) {
            calls.addLast(shortened(call).numbered(++last));
            if (calls.size() > MAX_CALLS) {
                calls.removeFirst();
            }
        }
        changes.happened();
    }

    /** The calls with a number above the given one, newest last. */
    public synchronized List<Call> since(long n) {
        return calls.stream().filter(call -> call.n() > n).toList();
    }

    /** Forgets all; numbers go on. */
    public synchronized void clear() {
        calls.clear();
    }

    private static Call shortened(Call call) {
        return new Call(call.n(), call.at(), call.direction(), call.from(), call.to(), call.method(),
                Shortening.path(call.path()), call.status(), call.ms(), call.tracking(),
                Shortening.body(call.requestBody()), Shortening.body(call.responseBody()));
    }
}
