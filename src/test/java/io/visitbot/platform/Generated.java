package io.visitbot.platform;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.quicktheories.core.Gen;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

/**
 * Makes up inputs that nobody would type. {@code -Dfuzz.inputs=N} says how many there are in all; each kind of input has its
 * share. What fails is made smaller and printed with the seed that brings it back ({@code -DQT_SEED}).
 */
public final class Generated {

    /** How many kinds of input share the number. */
    private static final int KINDS = 8;
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Generated() {
    }

    /** Any characters, what is made of these pieces, and one of them over and over. */
    public static Gen<String> text(String... pieces) {
        Gen<String> piece = integers().between(0, pieces.length - 1).map(index -> pieces[index]);
        Gen<String> any = strings().allPossible().ofLengthBetween(0, 80);
        Gen<String> made = lists().of(piece.mix(any, 15)).ofSizeBetween(0, 12).map(parts -> String.join("", parts));
        Gen<String> repeated = piece.zip(integers().between(1, 4_000),
                (part, times) -> part.repeat(times / (part.length() + 1)));
        return made.mix(any, 20).mix(repeated, 5);
    }

    /** Tries its share of inputs; each has to be done within ten seconds, however long it is. */
    public static void each(Gen<String> inputs, Consumer<String> check) {
        qt().withExamples(INPUTS / KINDS).withGenerateAttempts(INPUTS).forAll(inputs)
                .checkAssert(input -> assertTimeoutPreemptively(LONGEST, () -> check.accept(input)));
    }

    /** The same for two that belong together. */
    public static void each(Gen<String> one, Gen<String> other, java.util.function.BiConsumer<String, String> check) {
        qt().withExamples(INPUTS / KINDS).withGenerateAttempts(INPUTS).forAll(one, other)
                .checkAssert((a, b) -> assertTimeoutPreemptively(LONGEST, () -> check.accept(a, b)));
    }

    /** Pieces of everything: markup, numbers, addresses, quotes, separators, and signs that can't be seen. */
    public static String[] pieces(String... more) {
        List<String> pieces = new java.util.ArrayList<>(List.of("new ", "invite ", "resend ", "status ", "cancel ",
                "add ", "ring ", "list", "help ", "patient-42", "V-7F3K", " with ", " device ", " in ", "spanish",
                "+1 202 555 0142",
                "(202) 555-0142", "dr.lee@example.org", "@", ".", "..", "-", " ", "\t", "\n", "\"", "'", "“", "<", ">",
                "&",
                "&amp;", "&#0;", "<p>", "</p>", "<a href=\"x\">", "</spark-mention>", "\u0000", "\u200b", "\u202e",
                "٠١٢",
                "😀", "ﬁ", "é", "a", "0", "{", "}", "[", "\\", "%", "%zz", "=", ";", ",", "$(x)", "{{x}}"));
        Collections.addAll(pieces, more);
        return pieces.toArray(String[]::new);
    }
}
