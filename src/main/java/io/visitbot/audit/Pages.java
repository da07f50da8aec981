package io.visitbot.audit;

import java.util.List;
import java.util.stream.Stream;

/** Reads entries a thousand at a time, so that it matters little how many there are. */
final class Pages {

    private static final int SIZE = 1_000;

    private Pages() {
    }

    /** The selected entries, oldest first, up to the one with the number {@code last}. */
    static Stream<Entry> of(AuditRecords records, Selection selection, long last) {
        return Stream.iterate(records.page(selection, 0, SIZE), page -> !page.isEmpty(),
                page -> records.page(selection, page.getLast().number(), SIZE)).flatMap(List::stream)
                .takeWhile(entry -> entry.number() <= last);
    }
}
