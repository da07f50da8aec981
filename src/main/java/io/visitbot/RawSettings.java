package io.visitbot;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

import io.visitbot.platform.DotenvFile;

/** Values as they are given: a token may hold {@code ${…}}, which is nobody's placeholder. */
record RawSettings(ConfigurableEnvironment environment) {

    @Nullable
    String value(String name) {
        return first(sources().map(source -> source.getProperty(name)));
    }

    /** The value as it would be if this stood in {@code .env}. */
    @Nullable
    String value(String name, Map<String, Object> dotenv) {
        return first(sources().map(source -> isDotenv(source) ? dotenv.get(name) : source.getProperty(name)));
    }

    /** Whether a source says another thing of it that wins over {@code .env}. */
    boolean isOverruled(String name, Map<String, Object> dotenv) {
        return dotenv.containsKey(name) && sources().takeWhile(source -> !isDotenv(source))
                .map(source -> source.getProperty(name)).filter(Objects::nonNull).findFirst()
                .filter(value -> !value.equals(dotenv.get(name))).isPresent();
    }

    private Stream<PropertySource<?>> sources() {
        return environment.getPropertySources().stream();
    }

    private static boolean isDotenv(PropertySource<?> source) {
        return source.getName().equals(DotenvFile.NAME);
    }

    private static @Nullable String first(Stream<@Nullable Object> values) {
        return values.filter(Objects::nonNull).map(String::valueOf).findFirst().orElse(null);
    }
}
