package io.visitbot.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that begin a request and never end it, or ask much and never read an answer. */
public final class SlowClients implements AutoCloseable {

    private static final int SMALL = 4_096;
    private static final int CONNECT_MS = 5_000;
    private static final String POST = "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n%s";
    private static final String SIGNED = "X-Twilio-Signature: 0/KCTR6DLpKmkAf8muzZqo1nDgQ=\r\n";
    private static final String BODY = "x".repeat(16_000);

    private final InetSocketAddress server;
    private final List<SocketChannel> open = new ArrayList<>();
    private int refused;

    public SlowClients(int port) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Opens so many more; what the server does not take is counted as refused. */
    public SlowClients open(int count, Attack attack) {
        byte[] beginning = attack.beginning.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            try {
                SocketChannel channel = SocketChannel.open();
                channel.socket().setReceiveBufferSize(SMALL);
                channel.socket().connect(server, CONNECT_MS);
                channel.configureBlocking(false);
                open.add(channel);
                send(channel, beginning);
            } catch (IOException notTaken) {
                refused++;
            }
        }
        return this;
    }

    public int refused() {
        return refused;
    }

    /** Sends one more byte on each and reads what was answered; gives how many the server has not closed. */
    public int drip() {
        open.removeIf(channel -> !isOpen(channel));
        return open.size();
    }

    @Override
    public void close() {
        open.forEach(SlowClients::close);
        open.clear();
    }

    private static void send(SocketChannel channel, byte[] beginning) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(beginning);
        for (int tries = 0; bytes.hasRemaining() && tries < 100; tries++) {
            channel.write(bytes);
        }
    }

    private static boolean isOpen(SocketChannel channel) {
        try {
            channel.write(ByteBuffer.wrap(new byte[]{'x'}));
            int read = channel.read(ByteBuffer.allocate(SMALL));
            if (read >= 0) {
                return true;
            }
        } catch (IOException reset) {
            close(channel);
            return false;
        }
        close(channel);
        return false;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** What a slow client does. */
    public enum Attack {
        /** Says nothing. */
        SILENCE(""),
        /** Does not end its head. */
        HEAD("POST /webhooks/webex HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(4_000)),
        /** Does not end the body it has announced. */
        BODY_WEBEX(POST.formatted("/webhooks/webex", "Content-Length: 16300", BODY)),
        /** Does not end a body of unknown length. */
        CHUNKS_WEBEX(POST.formatted("/webhooks/webex", "Transfer-Encoding: chunked", "3e80\r\n" + BODY + "\r\nf\r\n")),
        /** The same at one of Twilio's addresses. */
        BODY_STATUS(POST.formatted("/webhooks/twilio/status", SIGNED + "Content-Length: 16300", BODY)),
        /** The same at the other. */
        BODY_INBOUND(POST.formatted("/webhooks/twilio/inbound", SIGNED + "Content-Length: 16300", BODY)),
        /** Sends a body byte by byte, and does not end it. */
        BYTES_WEBEX(POST.formatted("/webhooks/webex", "Transfer-Encoding: chunked", "1\r\nx\r\n".repeat(15_000))),
        /** Does not end a body that nobody reads. */
        BODY_NOBODY(POST.formatted("/nothing", "Content-Length: 65000", BODY)),
        /** Asks for much at once and reads no answer. */
        UNREAD("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000));

        private final String beginning;

        Attack(String beginning) {
            this.beginning = beginning;
        }
    }
}
