package io.visitbot.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.Language;

/**
 * What follows {@code new}: {@code <label> [phone] [with <email>…] [device <sip>…] [in <language>]}, the parts after the
 * label in any order.
 */
public sealed interface NewArguments {

    /** All of it can be used. */
    record Valid(String label, Optional<PhoneNumber> phone, List<String> emails, List<String> devices,
            Optional<Language> language) implements NewArguments {

        /** Whether more than the label was given, so that no form is needed. */
        public boolean startsAtOnce() {
            return phone.isPresent() || !emails.isEmpty() || !devices.isEmpty() || language.isPresent();
        }
    }

    /**
     * Some of it can't.
     *
     * @param problems a sentence for each part that is wrong: {@code label}, {@code phone}, {@code people},
     *     {@code device}, {@code language} or {@code rest}
     * @param phone the number that was given, where it is one, though it may not be one that is written to
     */
    record Invalid(Map<String, String> problems, Optional<PhoneNumber> phone) implements NewArguments {

        public List<String> sentences() {
            return List.copyOf(problems.values());
        }
    }

    /** Reads the words after {@code new}; runs nothing and never fails. */
    static NewArguments parse(List<String> words, PhoneNumbers numbers) {
        return new NewParts(NewWords.sorted(words, numbers), numbers).read();
    }
}
