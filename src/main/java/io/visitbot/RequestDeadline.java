package io.visitbot;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the beginning of a request does not come in time: nothing at all, or a byte now and then,
 * which an idle time-out never notices. Time counts from the connection's begin, and again from the end of each answer.
 */
final class RequestDeadline extends ChannelDuplexHandler {

    private final Duration first;
    private final Duration next;
    private int answersOwed;
    private boolean informational;
    private @Nullable Future<?> deadline;

    /**
     * @param first how long a new connection may take
     * @param next how long a kept one may take, which includes its idle time
     */
    RequestDeadline(Duration first, Duration next) {
        this.first = first;
        this.next = next;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        await(context, first);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        settle();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            answersOwed++;
            settle();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().code() < 200;
        }
        if (message instanceof LastHttpContent && !informational && --answersOwed == 0) {
            await(context, next);
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        settle();
        context.fireChannelInactive();
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
