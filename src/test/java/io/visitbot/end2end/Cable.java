package io.visitbot.end2end;

import java.time.Duration;

import io.netty.buffer.ByteBuf;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.NettyInbound;
import reactor.netty.NettyOutbound;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/** Stands between a program and a server, so that the server can be away: refused, or without an answer. */
final class Cable implements AutoCloseable {

    private final int target;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final int port;
    private volatile Sinks.Empty<Void> gate = opened();
    private DisposableServer server;

    Cable(int target) {
        this.target = target;
        this.server = listen(0);
        this.port = server.port();
    }

    int port() {
        return port;
    }

    /** Cuts what is connected and refuses the rest. */
    void cut() {
        server.disposeNow(Duration.ofSeconds(5));
        open.close().awaitUninterruptibly();
    }

    /** Keeps every connection and takes new ones, and lets nothing through in either direction. */
    void stall() {
        gate = Sinks.empty();
    }

    /** Lets everything through again, that first which has waited. */
    void heal() {
        gate.tryEmitEmpty();
        if (server.isDisposed()) {
            server = listen(port);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private DisposableServer listen(int at) {
        return TcpServer.create().host("127.0.0.1").port(at).handle(this::join).bindNow();
    }

    private Publisher<Void> join(NettyInbound in, NettyOutbound out) {
        in.withConnection(connection -> open.add(connection.channel()));
        return TcpClient.create().host("127.0.0.1").port(target).connect()
                .flatMap(beyond -> both(in, out, beyond).doFinally(_ -> beyond.dispose()));
    }

    private Mono<Void> both(NettyInbound in, NettyOutbound out, Connection beyond) {
        Mono<Void> there = beyond.outbound().send(passed(in), _ -> true).then();
        Mono<Void> back = out.send(passed(beyond.inbound()), _ -> true).then();
        return Mono.firstWithSignal(there, back);
    }

    private Flux<ByteBuf> passed(NettyInbound side) {
        return side.receive().retain().concatMap(bytes -> gate.asMono().cast(ByteBuf.class).defaultIfEmpty(bytes), 1);
    }

    private static Sinks.Empty<Void> opened() {
        Sinks.Empty<Void> gate = Sinks.empty();
        gate.tryEmitEmpty();
        return gate;
    }
}
