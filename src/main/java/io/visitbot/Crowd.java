package io.visitbot;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.platform.Pace;

/**
 * All open connections, at most so many. Beyond that one is closed: the one that has been waiting longest for the whole of
 * a request, or, while those are less than half, the one that has been idle longest. Whoever asks quickly is never that
 * one, so slow clients drive out each other and nobody else.
 */
final class Crowd {

    private static final Logger log = LoggerFactory.getLogger(Crowd.class);

    private final Set<Channel> open = new LinkedHashSet<>();
    private final Set<Channel> waiting = new LinkedHashSet<>();
    private final Set<Channel> idle = new LinkedHashSet<>();
    private final int most;
    private final Runnable onClosed;
    private final Pace lines;

    /** {@code onClosed} is told of each connection that is closed for want of room. */
    Crowd(int most, Runnable onClosed, Pace lines) {
        this.most = most;
        this.onClosed = onClosed;
        this.lines = lines;
    }

    /** A new connection, whose request is waited for. */
    void enter(Channel channel) {
        Channel tooMany = admit(channel);
        if (tooMany != null) {
            onClosed.run();
            OptionalLong turn = lines.turn();
            turn.ifPresent(unsaid -> log.warn("more than {} connections are open: those are closed on which no request "
                    + "comes to its end ({} since the last such line)", most, unsaid + 1));
            var _ = tooMany.close();
        }
    }

    /** A request has begun, and the rest of it is waited for. */
    synchronized void await(Channel channel) {
        if (open.contains(channel)) {
            idle.remove(channel);
            waiting.add(channel);
        }
    }

    /** The whole of a request is here. */
    synchronized void attend(Channel channel) {
        waiting.remove(channel);
    }

    /** All requests are answered, and another one may come. */
    synchronized void rest(Channel channel) {
        if (open.contains(channel)) {
            waiting.remove(channel);
            idle.add(channel);
        }
    }

    synchronized void leave(Channel channel) {
        open.remove(channel);
        waiting.remove(channel);
        idle.remove(channel);
    }

    synchronized int size() {
        return open.size();
    }

    private synchronized @Nullable Channel admit(Channel channel) {
        open.add(channel);
        waiting.add(channel);
        if (open.size() <= most) {
            return null;
        }
        Set<Channel> from = idle.isEmpty() || waiting.size() > most / 2 ? waiting : idle;
        Channel longest = from.iterator().next();
        leave(longest);
        return longest;
    }
}
