package io.visitbot.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Gates for tests, and the instances that hear of each other's pauses. */
public final class OpenGates {

    private OpenGates() {
    }

    /** Those of an instance that stands alone. */
    public static Gates alone() {
        return with(Schedulers.parallel(), new SimpleMeterRegistry());
    }

    public static Gates with(Scheduler timer, MeterRegistry meters) {
        return new Gates(timer, new Air(), meters);
    }

    /** A gate that nobody else has, and no token is watched at. */
    public static Gate one(String api) {
        return alone().of(api, api, null);
    }

    /** Carries what instances tell each other. */
    public static final class Air implements Broadcast {

        private final Map<String, CopyOnWriteArrayList<Consumer<String>>> hearers = new ConcurrentHashMap<>();
        private final CopyOnWriteArrayList<String> sent = new CopyOnWriteArrayList<>();

        @Override
        public void send(String topic, String words) {
            sent.add(topic + " " + words);
            hearers.getOrDefault(topic, new CopyOnWriteArrayList<>()).forEach(hearer -> hearer.accept(words));
        }

        @Override
        public void listen(String topic, Consumer<String> hearer) {
            hearers.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(hearer);
        }

        /** What was sent on a topic, oldest first. */
        public java.util.List<String> sent(String topic) {
            return sent.stream().filter(one -> one.startsWith(topic + " ")).toList();
        }
    }
}
