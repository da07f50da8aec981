package io.visitbot.command;

import java.util.List;

/** Words that begin with a visit's name and end with something else. */
record Tail(List<String> name, String tail) {

    /** The last word is the something else. */
    static Tail last(List<String> words) {
        return words.isEmpty() ? new Tail(words, "") : at(words, words.size() - 1);
    }

    static Tail at(List<String> words, int split) {
        return new Tail(words.subList(0, split), String.join(" ", words.subList(split, words.size())));
    }
}
