package io.visitbot.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.platform.Broadcast;

/** Where there is one instance, telling everybody is telling oneself. */
final class LocalBroadcast implements Broadcast {

    private static final Logger LOG = LoggerFactory.getLogger(LocalBroadcast.class);

    private final Map<String, List<Consumer<String>>> hearers = new ConcurrentHashMap<>();

    @Override
    public void send(String topic, String words) {
        for (Consumer<String> hearer : hearers.getOrDefault(topic, List.of())) {
            try {
                hearer.accept(words);
            } catch (RuntimeException failure) {
                LOG.warn("a hearer of {} failed with {}", topic, failure.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void listen(String topic, Consumer<String> hearer) {
        hearers.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(hearer);
    }
}
