package io.visitbot;

import java.util.LinkedHashSet;
import java.util.Set;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.platform.Pace;

/**
 * All open connections, at most so many, and fewer of those whose request has begun and is not here to its end, since only
 * they cost much. Beyond that the one is closed that has been waiting longest for the whole of a request, or, while those
 * are less than half, the one that has been idle longest. Whoever sends what it has to say at once is never that one: slow
 * clients drive out each other, and a burst of quick ones nobody.
 */
final class Crowd {

    private static final Logger log = LoggerFactory.getLogger(Crowd.class);

    private final Set<Channel> open = new LinkedHashSet<>();
    private final Set<Channel> waiting = new LinkedHashSet<>();
    private final Set<Channel> unfinished = new LinkedHashSet<>();
    private final Set<Channel> idle = new LinkedHashSet<>();
    private final int most;
    private final int mostUnfinished;
    private final Runnable onClosed;
    private final Pace lines;

    /** {@code onClosed} is told of each connection that is closed for want of room. */
    Crowd(int most, int mostUnfinished, Runnable onClosed, Pace lines) {
        this.most = most;
        this.mostUnfinished = mostUnfinished;
        this.onClosed = onClosed;
        this.lines = lines;
    }

    /** A new connection, whose request is waited for. */
    void enter(Channel channel) {
        close(admit(channel));
    }

    /** A request has begun, and the rest of it is waited for. */
    void await(Channel channel) {
        close(begin(channel));
    }

    /** The whole of a request is here. */
    synchronized void attend(Channel channel) {
        waiting.remove(channel);
        unfinished.remove(channel);
    }

    /** All requests are answered, and another one may come. */
    synchronized void rest(Channel channel) {
        if (open.contains(channel)) {
            attend(channel);
            idle.add(channel);
        }
    }

    synchronized void leave(Channel channel) {
        open.remove(channel);
        attend(channel);
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
        return longestOf(idle.isEmpty() || waiting.size() > most / 2 ? waiting : idle);
    }

    private synchronized @Nullable Channel begin(Channel channel) {
        if (open.contains(channel)) {
            idle.remove(channel);
            waiting.add(channel);
            unfinished.add(channel);
        }
        return unfinished.size() > mostUnfinished ? longestOf(unfinished) : null;
    }

    private Channel longestOf(Set<Channel> channels) {
        Channel longest = channels.iterator().next();
        leave(longest);
        return longest;
    }

    private void close(@Nullable Channel tooMany) {
        if (tooMany != null) {
            onClosed.run();
            lines.turn()
                    .ifPresent(unsaid -> log.warn("too many connections are open, or wait for the end of a request: "
                            + "those that wait longest are closed ({} since the last such line)", unsaid + 1));
            var _ = tooMany.close();
        }
    }
}
