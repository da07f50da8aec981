package io.visitbot.platform;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads settings by their outside names and gathers what is wrong with them, so that an operator hears of everything at
 * once. An empty value counts as not given. No value is ever part of a message.
 */
public final class Settings {

    private final Function<String, @Nullable String> source;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new LinkedHashMap<>();

    public Settings(Function<String, @Nullable String> source) {
        this.source = source;
    }

    public Optional<String> text(String name) {
        names.add(name);
        return Optional.ofNullable(source.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String name, String byDefault) {
        return text(name).orElse(byDefault);
    }

    public Optional<Secret> secret(String name) {
        return text(name).map(Secret::new);
    }

    /** A secret that must be there; {@code purpose} completes the sentence "NAME is missing: …". */
    public Secret requiredSecret(String name, String purpose) {
        return secret(name).orElseGet(() -> {
            problem(name, "is missing: " + purpose);
            return new Secret("");
        });
    }

    /** A secret that can be replaced while the program runs: the same one for all who ask for it. */
    public Token token(String name) {
        return tokens.computeIfAbsent(name, asked -> new Token(asked, secret(asked).orElse(null)));
    }

    /** The same, with another one where it is not given. */
    public Token token(String name, Token otherwise) {
        return tokens.computeIfAbsent(name, asked -> new Token(asked, secret(asked).orElse(null), otherwise));
    }

    /** The same for one that must be there; {@code purpose} completes the sentence "NAME is missing: …". */
    public Token requiredToken(String name, String purpose) {
        requiredSecret(name, purpose);
        return token(name);
    }

    /** What can be replaced while the program runs, by name. */
    public Map<String, Token> tokens() {
        return Map.copyOf(tokens);
    }

    public Optional<URI> url(String name) {
        return text(name).flatMap(value -> parsed(name, value, Settings::httpUrl, "must be an http or https address"));
    }

    public URI url(String name, String byDefault) {
        return url(name).orElseGet(() -> URI.create(byDefault));
    }

    /** A whole number of seconds within the bounds. */
    public Duration seconds(String name, Duration byDefault, Duration least, Duration most) {
        return Duration.ofSeconds(number(name, byDefault.toSeconds(), least.toSeconds(), most.toSeconds()));
    }

    /** A whole number within the bounds. */
    public long number(String name, long byDefault, long least, long most) {
        return text(name).flatMap(value -> parsed(name, value, text -> within(Long.parseLong(text), least, most),
                "must be a whole number from " + least + " to " + most)).orElse(byDefault);
    }

    /** {@code true}/{@code on}/{@code yes} or {@code false}/{@code off}/{@code no}. */
    public boolean flag(String name, boolean byDefault) {
        return text(name).flatMap(value -> parsed(name, value, Settings::flag, "must be true or false"))
                .orElse(byDefault);
    }

    /** Entries separated by commas or blanks. */
    public List<String> list(String name) {
        return text(name).stream().flatMap(value -> Stream.of(value.split("[,\\s]+"))).filter(entry -> !entry.isEmpty())
                .toList();
    }

    public Optional<ZoneId> zone(String name) {
        return text(name)
                .flatMap(value -> parsed(name, value, ZoneId::of, "must be a time zone such as America/New_York"));
    }

    /** Any other shape: {@code parser} throws {@link IllegalArgumentException} or {@link DateTimeException} where it can't. */
    public <T> Optional<T> parsed(String name, Function<String, T> parser, String expected) {
        return text(name).flatMap(value -> parsed(name, value, parser, expected));
    }

    /** Notes what is wrong with a setting. The first thing said of it stands, however many read it. */
    public void problem(String name, String sentence) {
        problems.putIfAbsent(name, name + " " + sentence);
    }

    /** The names asked for, in the order of asking. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Throws where anything was wrong with what was read so far. */
    public void verify() {
        if (!problems.isEmpty()) {
            throw new SettingsException(List.copyOf(problems.values()));
        }
    }

    private <T> Optional<T> parsed(String name, String value, Function<String, T> parser, String expected) {
        try {
            return Optional.of(parser.apply(value));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            problem(name, expected);
            return Optional.empty();
        }
    }

    private static URI httpUrl(String value) {
        URI url = URI.create(value);
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.matches("https?") || url.getHost() == null) {
            throw new IllegalArgumentException("no http address");
        }
        return url;
    }

    private static long within(long number, long least, long most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("out of bounds");
        }
        return number;
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException("no flag");
        };
    }
}
