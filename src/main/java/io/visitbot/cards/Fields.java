package io.visitbot.cards;

import java.text.Normalizer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;

/**
 * Reads each thing that a visit is asked for with, whether it came from a card or was typed. Empty text is "not given"
 * where a thing may be left out.
 */
public final class Fields {

    public static final int LABEL_LENGTH = 60;
    public static final int MAX_PEOPLE = 10;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},;]+");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[+\\p{Nd} ().\\-/]{1,40}");
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[+\\d\\s\\p{Z}().\\-/‐‑‒–]{3,40}",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private Fields() {
    }

    /** A name for the visit that everybody in the space may read: at most {@value #LABEL_LENGTH} characters, no number of a phone. */
    public static Field<String> label(String text, PhoneNumbers numbers) {
        String label = PlainText.of(PlainText.cut(text, 500));
        if (label.codePoints().noneMatch(Character::isLetterOrDigit) && !hasSymbol(label)) {
            return new Field.Bad<>("Give the visit a label that you will recognise, such as patient-42.");
        }
        if (label.codePointCount(0, label.length()) > LABEL_LENGTH) {
            return new Field.Bad<>("The label is too long: use at most " + LABEL_LENGTH + " characters.");
        }
        return looksLikePhone(label, numbers)
                ? new Field.Bad<>(
                        "The label looks like a phone number, and everybody in the space can read it: use another one.")
                : new Field.Good<>(label);
    }

    /** The patient's number. */
    public static Field<Optional<PhoneNumber>> phone(String text, PhoneNumbers numbers) {
        String written = text.strip();
        if (written.isEmpty()) {
            return new Field.Good<>(Optional.empty());
        }
        Optional<PhoneNumber> number = WRITTEN_NUMBER.matcher(written).matches()
                ? numbers.parse(Normalizer.normalize(written, Normalizer.Form.NFKC))
                : Optional.empty();
        return number.isPresent()
                ? number.flatMap(numbers::objection).<Field<Optional<PhoneNumber>>>map(Field.Bad::new)
                        .orElseGet(() -> new Field.Good<>(number))
                : new Field.Bad<>("That is not a phone number I can write to: enter it with its country code,"
                        + " such as +1 202 555 0142.");
    }

    /** One of the tags that are offered, the first where none is given. */
    public static Field<String> language(String text, List<String> tags) {
        String tag = text.strip().toLowerCase(Locale.ROOT);
        if (tag.isEmpty()) {
            return new Field.Good<>(tags.getFirst());
        }
        return tags.contains(tag) ? new Field.Good<>(tag) : new Field.Bad<>("Choose one of the languages in the list.");
    }

    /** E-mail addresses between commas or blanks, in lower case, each once. */
    public static Field<List<String>> people(String text) {
        List<String> written = BETWEEN.splitAsStream(text).filter(Fields::isNoFiller).toList();
        Set<String> people = new LinkedHashSet<>();
        for (String one : written) {
            Optional<String> email = Addresses.email(one);
            if (email.isEmpty()) {
                return new Field.Bad<>("Enter Webex e-mail addresses, such as dr.lee@example.org: "
                        + quoted(one) + " is not one.");
            }
            people.add(email.get());
        }
        return people.size() > MAX_PEOPLE
                ? new Field.Bad<>("At most " + MAX_PEOPLE + " people can be added: " + people.size() + " were named.")
                : new Field.Good<>(List.copyOf(people));
    }

    /** The SIP address of a room device, in lower case, without {@code sip:}. */
    public static Field<Optional<String>> device(String text) {
        String written = text.strip();
        if (written.isEmpty()) {
            return new Field.Good<>(Optional.empty());
        }
        Optional<String> address = Addresses.sip(written);
        return address.isPresent()
                ? new Field.Good<>(address)
                : new Field.Bad<>("Enter the SIP address of the room device, such as room3@example.rooms.webex.com: "
                        + quoted(written) + " is not one.");
    }

    /** How long the links live, in seconds. */
    public static Field<Optional<Duration>> duration(String seconds, FormLimits limits) {
        String written = seconds.strip();
        if (written.isEmpty()) {
            return new Field.Good<>(Optional.empty());
        }
        Duration duration = SECONDS.matcher(written).matches()
                ? Duration.ofSeconds(Integer.parseInt(written))
                : Duration.ZERO;
        return limits.allow(duration)
                ? new Field.Good<>(Optional.of(duration))
                : new Field.Bad<>("The links can live from " + Spans.inWords(limits.shortest()) + " to "
                        + Spans.inWords(limits.longest()) + ".");
    }

    /** Whether a word of a list says something, other than "and". */
    public static boolean isNoFiller(String word) {
        return !word.isEmpty() && !word.equalsIgnoreCase("and") && !word.equals("&");
    }

    private static boolean hasSymbol(String label) {
        return label.codePoints().anyMatch(c -> Character.getType(c) == Character.OTHER_SYMBOL);
    }

    private static boolean looksLikePhone(String label, PhoneNumbers numbers) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKC);
        long digits = plain.codePoints().filter(Character::isDigit).count();
        return (NUMBER_LIKE.matcher(plain).matches() && digits >= 7)
                || numbers.areIn(plain);
    }

    private static String quoted(String text) {
        return "“" + PlainText.quoted(text, 40) + "”";
    }
}
