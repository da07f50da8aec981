package io.visitbot.sandbox.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry when it is full, so that a long demo does not fill the memory. */
public final class Bounded {

    private Bounded() {
    }

    /** A map in order of insertion with at most so many entries; not safe for threads by itself. */
    public static <K, V> Map<K, V> map(int max) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > max;
            }
        };
    }
}
