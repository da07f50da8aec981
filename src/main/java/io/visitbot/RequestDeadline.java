package io.visitbot;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the beginning or the rest of a request does not come in time: nothing at all, or a byte now
 * and then, which an idle time-out never notices; and one on which many come before the first is answered. Time counts from
 * the connection's begin, and again from the end of each answer.
 */
final class RequestDeadline extends ChannelDuplexHandler {

    /** How many requests may come before the first of them is answered. */
    private static final int MOST_AT_ONCE = 32;

    private final Crowd crowd;
    private final Waits waits;
    private int answersOwed;
    private boolean reading;
    private boolean informational;
    private @Nullable Future<?> deadline;

    /** {@code crowd} is that to which the connection belongs. */
    RequestDeadline(Crowd crowd, Waits waits) {
        this.crowd = crowd;
        this.waits = waits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        crowd.enter(context.channel());
        await(context, waits.firstHead());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        crowd.leave(context.channel());
        settle();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            answersOwed++;
            reading = true;
            crowd.await(context.channel());
            await(context, waits.request());
        }
        if (message instanceof LastHttpContent) {
            attend(context);
        }
        if (answersOwed > MOST_AT_ONCE) {
            ReferenceCountUtil.release(message);
            close(context);
            return;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().code() < 200;
        }
        if (message instanceof LastHttpContent && !informational && --answersOwed == 0 && !reading) {
            rest(context);
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        crowd.leave(context.channel());
        settle();
        context.fireChannelInactive();
    }

    /** A request may be answered before all of it is here. */
    private void attend(ChannelHandlerContext context) {
        reading = false;
        if (answersOwed > 0) {
            crowd.attend(context.channel());
            settle();
        } else {
            rest(context);
        }
    }

    private void rest(ChannelHandlerContext context) {
        crowd.rest(context.channel());
        await(context, waits.nextHead());
    }

    private void await(ChannelHandlerContext context, Duration time) {
        settle();
        deadline = context.executor().schedule(() -> close(context), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void settle() {
        Future<?> waiting = deadline;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
