package io.visitbot.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.visitbot.audit.Verification.Finding;
import io.visitbot.visit.Act;
import io.visitbot.visit.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ChainTests {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final AuditOnPaper paper = new AuditOnPaper(Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void fiveEntries() {
        IntStream.rangeClosed(1, 5).forEach(number -> paper.append(List.of(act("k" + number))));
    }

    private static Act act(String key) {
        return new Act(key, Act.Kind.LOOKED_AT, "V-7F3K", "space", new Actor("lee", "dr.lee@example.org"), "é");
    }

    private Finding verify() {
        return new Verification(paper, Chain.plain()).run();
    }

    @Test
    void countsEntriesInWords() {
        assertThat(Head.NONE.words()).startsWith("0 entries, ");
        assertThat(Head.entries(1)).isEqualTo("1 entry");
    }

    @Test
    void findsNothingWrongWithWhatIsAsItWasWritten() {
        assertThat(verify()).isEqualTo(new Finding.Whole(paper.head));
        assertThat(verify().sentence()).contains("5 entries", paper.head.hash());
    }

    @Test
    void findsNothingWrongWithAnEmptyRecord() {
        assertThat(new Verification(new AuditOnPaper(Clock.systemUTC()), Chain.plain()).run())
                .isEqualTo(new Finding.Whole(Head.NONE));
    }

    @Test
    void hashesWhatTheDocumentationSays() throws Exception {
        String fields = "\0\0\0@" + "0".repeat(64) + "\0\0\0\u0001" + "1" + "\0\0\0\u0018"
                + "2026-01-05T12:00:00.000Z" + "\0\0\0\u0009" + "looked-at" + "\0\0\0\u0006" + "V-7F3K"
                + "\0\0\0\u0005" + "space" + "\0\0\0\u0003" + "lee" + "\0\0\0\u0012" + "dr.lee@example.org"
                + "\0\0\0\u0002" + "é" + "\0\0\0\u0002" + "k1";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(fields.getBytes(StandardCharsets.UTF_8));

        assertThat(paper.entries.getFirst().hash()).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void writesWhatIsKnownByItsKeyOnce() {
        paper.append(List.of(act("k3"), act("k6"), act("k6")));

        assertThat(paper.entries).extracting(Entry::key).containsExactly("k1", "k2", "k3", "k4", "k5", "k6");
    }

    static Stream<Arguments> tampering() {
        return Stream.of(arguments("an edit", 3, did(all -> all.set(2, other(all.get(2), all.get(2).number())))),
                arguments("a gap", 3, did(all -> all.remove(2))),
                arguments("a cut beginning", 1, did(all -> all.removeFirst())),
                arguments("a cut end", 5, did(all -> all.removeLast())),
                arguments("nothing left", 1, did(List::clear)),
                arguments("a swap", 2, did(all -> Collections.swap(all, 1, 2))),
                arguments("two that changed their numbers", 2, did(ChainTests::renumber)));
    }

    private static Consumer<List<Entry>> did(Consumer<List<Entry>> what) {
        return what;
    }

    private static void renumber(List<Entry> all) {
        Entry second = all.get(1);
        all.set(1, other(all.get(2), 2));
        all.set(2, other(second, 3));
    }

    private static Entry other(Entry entry, long number) {
        return new Entry(number, entry.at(), entry.event(), entry.visit(), entry.space(), "somebody else",
                entry.email(), entry.detail(), entry.key(), entry.previous(), entry.hash());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void namesTheFirstEntryThatIsNotAsItWas(String what, long number, Consumer<List<Entry>> tampering) {
        tampering.accept(paper.entries);

        assertThat(verify()).as(what).isInstanceOfSatisfying(Finding.Broken.class, broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.sentence()).contains("broken at entry " + number);
        });
    }

    @Test
    void noticesAnEndThatWasWrittenAnew() {
        Head before = paper.head;
        AuditOnPaper other = new AuditOnPaper(Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC));
        IntStream.rangeClosed(1, 5).forEach(number -> other.append(List.of(act("k" + number))));
        other.head = before;

        assertThat(new Verification(other, Chain.plain()).run()).isEqualTo(
                new Finding.Broken(5, "it is not the one that was written last"));
    }

    @Test
    void takesAPurgeThatTheRecordTellsOf() {
        purge(2);
        assertThat(verify()).isInstanceOf(Finding.Broken.class);

        paper.append(List.of(Deeds.purged(2)));
        assertThat(verify()).isEqualTo(new Finding.Whole(paper.head));

        purge(4);
        assertThat(verify()).isEqualTo(
                new Finding.Broken(4, "it is missing, and the record tells of no purge up to it"));
    }

    private void purge(long last) {
        String hash = paper.entries.stream().filter(entry -> entry.number() == last).findFirst().orElseThrow().hash();
        paper.entries.removeIf(entry -> entry.number() <= last);
        paper.head = paper.head.from(last + 1, hash);
    }
}
