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
 * All open connections, at most so many. Beyond that the one is closed that has been waiting longest for the whole of a
 * request: whoever asks quickly is never that one, so slow clients drive out each other and nobody else.
 */
final class Crowd {

    private static final Logger log = LoggerFactory.getLogger(Crowd.class);

    private final Set<Channel> open = new LinkedHashSet<>();
    private final Set<Channel> waiting = new LinkedHashSet<>();
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

    /** The next request, or the rest of one, is waited for. */
    synchronized void await(Channel channel) {
        if (open.contains(channel)) {
            waiting.add(channel);
        }
    }

    /** The whole of a request is here. */
    synchronized void attend(Channel channel) {
        waiting.remove(channel);
    }

    synchronized void leave(Channel channel) {
        open.remove(channel);
        waiting.remove(channel);
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
        Channel longest = waiting.iterator().next();
        leave(longest);
        return longest;
    }
}
