package io.visitbot.command;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.visitbot.cards.Field;
import io.visitbot.cards.Fields;
import io.visitbot.cards.PlainText;
import io.visitbot.command.NewWords.Part;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.Language;

/** Reads the parts of {@code new} and gathers what is wrong with them. */
final class NewParts {

    private static final Map<Part, String> MISSING = Map.of(
            Part.PEOPLE, "After “with” come Webex e-mail addresses, such as dr.lee@example.org.",
            Part.DEVICE,
            "After “device” comes the SIP address of a room device, such as room3@example.rooms.webex.com.",
            Part.LANGUAGE, "After “in” comes a language: english or spanish.");

    private final Map<Part, List<String>> parts;
    private final PhoneNumbers numbers;
    private final Map<String, String> problems = new LinkedHashMap<>();

    NewParts(Map<Part, List<String>> parts, PhoneNumbers numbers) {
        this.parts = parts;
        this.numbers = numbers;
    }

    NewArguments read() {
        Optional<String> label = found("label", Fields.label(String.join(" ", words(Part.LABEL)), numbers));
        Optional<PhoneNumber> phone = found("phone", phone()).flatMap(number -> number);
        List<String> people = found("people", Fields.people(String.join(" ", words(Part.PEOPLE)))).orElse(List.of());
        List<String> devices = devices();
        Optional<Language> language = language();
        MISSING.forEach(this::noteMissing);
        noteRest();
        return label.isPresent() && problems.isEmpty()
                ? new NewArguments.Valid(label.get(), phone, people, devices, language)
                : new NewArguments.Invalid(problems, numbers.parse(String.join("", words(Part.PHONE))));
    }

    private Field<Optional<PhoneNumber>> phone() {
        List<String> phones = words(Part.PHONE);
        return phones.size() > 1
                ? new Field.Bad<>("Give one phone number; others get the link with “invite”.")
                : Fields.phone(String.join("", phones), numbers);
    }

    private List<String> devices() {
        Set<String> found = new LinkedHashSet<>();
        for (String word : words(Part.DEVICE)) {
            found("device", Fields.device(word)).flatMap(address -> address).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Language> language() {
        Set<Language> known = new LinkedHashSet<>();
        for (String name : words(Part.LANGUAGE)) {
            found("language", named(name)).ifPresent(known::add);
        }
        if (known.size() > 1) {
            problems.putIfAbsent("language", "Name one language.");
        }
        return known.stream().findFirst();
    }

    private static Field<Language> named(String name) {
        Optional<Language> language = Language.named(name);
        return language.isPresent()
                ? new Field.Good<>(language.get())
                : new Field.Bad<>("I can write in english or in spanish, not in “" + PlainText.quoted(name, 30) + "”.");
    }

    private void noteMissing(Part part, String sentence) {
        if (parts.containsKey(part) && words(part).isEmpty()) {
            problems.putIfAbsent(part.name().toLowerCase(Locale.ROOT), sentence);
        }
    }

    private void noteRest() {
        if (!words(Part.REST).isEmpty()) {
            problems.put("rest", "I don't understand “" + PlainText.quoted(String.join(" ", words(Part.REST)), 40)
                    + "”. First comes a label, of several words if need be; then a phone number, “with” e-mail addresses,"
                    + " “device” a SIP address, “in” a language.");
        }
    }

    private <T> Optional<T> found(String part, Field<T> field) {
        field.problem().ifPresent(sentence -> problems.putIfAbsent(part, sentence));
        return field.found();
    }

    private List<String> words(Part part) {
        return parts.getOrDefault(part, List.of()).stream()
                .filter(word -> part == Part.LABEL || Fields.isNoFiller(word)).toList();
    }
}
