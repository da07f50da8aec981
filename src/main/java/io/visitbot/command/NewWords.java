package io.visitbot.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.Language;

/** Sorts the words of {@code new} by the part they belong to, and reads none of them. */
final class NewWords {

    /** What a word can belong to; {@code REST} is what nobody asked for. */
    enum Part {
        LABEL, PHONE, PEOPLE, DEVICE, LANGUAGE, REST
    }

    private static final Set<String> KEYWORDS = Set.of("with", "device", "in");
    private static final String PUNCTUATION = ",;";

    private final PhoneNumbers numbers;
    private final List<String> words;
    private final Map<Part, List<String>> parts = new EnumMap<>(Part.class);
    private Part open = Part.LABEL;

    private NewWords(List<String> words, PhoneNumbers numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** The words of each part; a part that was never begun is absent, one that was and has no words is empty. */
    static Map<Part, List<String>> sorted(List<String> words, PhoneNumbers numbers) {
        NewWords sorting = new NewWords(words, numbers);
        int at = 0;
        while (at < words.size()) {
            at = sorting.takeAt(at);
        }
        return sorting.parts;
    }

    /** Puts one word, or a number of several words, where it belongs; gives the place of the next. */
    private int takeAt(int at) {
        if (opensClause(at)) {
            open = clause(keyword(at));
            parts.computeIfAbsent(open, _ -> new ArrayList<>());
            return at + 1;
        }
        NumberRun run = NumberRun.at(words, at, numbers);
        if (run.isPhone()) {
            words.subList(at, run.start()).forEach(this::add);
            open = Part.PHONE;
            add(run.text());
            open = Part.REST;
            return run.end();
        }
        add(bare(words.get(at)));
        open = open == Part.LANGUAGE ? Part.REST : open;
        return at + 1;
    }

    private void add(String word) {
        parts.computeIfAbsent(open, _ -> new ArrayList<>()).add(word);
    }

    /** In a label "in" is a word like any other, as in "in bed 4", unless just one word or a language follows. */
    private boolean opensClause(int at) {
        if (!KEYWORDS.contains(keyword(at))) {
            return false;
        }
        return !keyword(at).equals("in") || open != Part.LABEL || endsPart(at + 2)
                || Language.named(bare(words.get(at + 1))).isPresent();
    }

    private boolean endsPart(int at) {
        return at >= words.size() || KEYWORDS.contains(keyword(at)) || NumberRun.at(words, at, numbers).isPhone();
    }

    private String keyword(int at) {
        return bare(words.get(at)).toLowerCase(Locale.ROOT);
    }

    private static Part clause(String keyword) {
        return switch (keyword) {
            case "with" -> Part.PEOPLE;
            case "device" -> Part.DEVICE;
            default -> Part.LANGUAGE;
        };
    }

    private static String bare(String word) {
        int end = word.length();
        while (end > 0 && PUNCTUATION.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }
}
