package io.visitbot.store;

import java.time.Duration;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

/** On a file there is one instance: it leads, and nobody else is to be told. */
final class OneInstance implements Instances {

    private final LocalBroadcast local = new LocalBroadcast();
    private volatile boolean running;

    @Override
    public void send(String topic, String words) {
        local.send(topic, words);
    }

    @Override
    public void listen(String topic, Consumer<String> hearer) {
        local.listen(topic, hearer);
    }

    @Override
    public void tellOthers(JdbcClient jdbc, String topic, String words) {
        // There are none.
    }

    @Override
    public Duration ahead() {
        return Duration.ZERO;
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
