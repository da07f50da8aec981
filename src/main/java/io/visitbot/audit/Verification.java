package io.visitbot.audit;

import java.util.Optional;

/** Goes through the whole chain and finds the first entry that is not as it was written. Blocks. */
public final class Verification {

    private final AuditRecords records;
    private final Chain chain;

    public Verification(AuditRecords records, Chain chain) {
        this.records = records;
        this.chain = chain;
    }

    /** Begins anew where entries were purged meanwhile. */
    public Finding run() {
        Head head = records.head();
        Finding finding = check(head);
        return records.head().first() == head.first() ? finding : run();
    }

    private Finding check(Head head) {
        Walk walk = new Walk(chain, head);
        return Pages.of(records, Selection.ALL, head.last()).map(walk::step).flatMap(Optional::stream).findFirst()
                .or(() -> putIn(head)).orElseGet(walk::end);
    }

    /** What stands outside of the chain's ends. New entries may have come since, so that the end is looked up once more. */
    private Optional<Finding> putIn(Head head) {
        Optional<Finding> early = records.page(Selection.ALL, Long.MIN_VALUE, 1).stream()
                .filter(entry -> entry.number() < head.first()).findFirst()
                .map(entry -> new Finding.Broken(entry.number(), "it was put in before the first one"));
        return early.or(() -> records.page(Selection.ALL, head.last(), 1).stream()
                .filter(entry -> entry.number() > records.head().last()).findFirst()
                .map(entry -> new Finding.Broken(entry.number(), "it was put in behind the last one")));
    }

    /** What came of it. */
    public sealed interface Finding {

        /** In a sentence. */
        String sentence();

        /** Every entry is as it was written, and none is missing. */
        record Whole(Head head) implements Finding {

            @Override
            public String sentence() {
                return "The record is whole: " + head.words() + ".";
            }
        }

        /** {@code number} is the first entry with which something is wrong. */
        record Broken(long number, String what) implements Finding {

            @Override
            public String sentence() {
                return "The record is broken at entry " + number + ": " + what
                        + ". Keep the database as it is, and compare it with your exports and backups.";
            }
        }
    }

    /** One walk along the chain. */
    private static final class Walk {

        private final Chain chain;
        private final Head head;
        private long expected;
        private String previous;
        private long purged;

        Walk(Chain chain, Head head) {
            this.chain = chain;
            this.head = head;
            this.expected = head.first();
            this.previous = head.before();
        }

        Optional<Finding> step(Entry entry) {
            Optional<Finding> broken = wrong(entry).map(what -> new Finding.Broken(expected, what));
            purged = Deeds.purgedBy(entry).orElse(purged);
            previous = entry.hash();
            expected = entry.number() + 1;
            return broken;
        }

        private Optional<String> wrong(Entry entry) {
            if (entry.number() != expected) {
                return Optional.of("it is missing");
            }
            if (!entry.hash().equals(chain.hash(entry))) {
                return Optional.of("it is not as it was written");
            }
            return entry.previous().equals(previous)
                    ? Optional.empty()
                    : Optional.of("it does not follow the one before it");
        }

        Finding end() {
            if (expected <= head.last()) {
                return new Finding.Broken(expected, "it is missing, and so are all after it");
            }
            if (!previous.equals(head.hash())) {
                return new Finding.Broken(head.last(), "it is not the one that was written last");
            }
            return purged == head.first() - 1 || head.first() == 1
                    ? new Finding.Whole(head)
                    : new Finding.Broken(head.first() - 1, "it is missing, and the record tells of no purge up to it");
        }
    }
}
