package io.visitbot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The databases of released versions, one folder each with a dump of either kind, taken from a program of that version that
 * was killed with a visit that stands, one whose links are being made, an open form, a text message that waits and an event
 * that failed. Their times are moved to when they are loaded.
 */
public final class Releases {

    private static final Path FOLDER = Path.of("src/test/resources/io/visitbot/store/releases");
    private static final Pattern TAKEN = Pattern.compile("-- Taken at (\\S+)");
    private static final Pattern IN_JSON = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern IN_SQL = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+00");
    private static final Pattern IN_NUMBERS = Pattern.compile("\\b1[6-9]\\d{11}\\b");

    private Releases() {
    }

    /** The versions, the oldest first. */
    public static List<String> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Fills an empty database as that version left it just before {@code now}. */
    public static void load(String release, String url, Instant now) {
        String dialect = url.startsWith("jdbc:sqlite:") ? "sqlite" : "postgresql";
        try (Connection connection = DriverManager.getConnection(url)) {
            String dump = Files.readString(FOLDER.resolve(release).resolve(dialect + ".sql"));
            ScriptUtils.executeSqlScript(connection,
                    new ByteArrayResource(moved(dump, now).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String moved(String dump, Instant now) {
        Matcher taken = TAKEN.matcher(dump);
        if (!taken.find()) {
            throw new IllegalStateException("the dump does not say when it was taken");
        }
        Duration by = Duration.between(Instant.parse(taken.group(1)), now).truncatedTo(ChronoUnit.SECONDS);
        String json = replaced(dump, IN_JSON, time -> Instant.parse(time).plus(by).toString());
        String numbers = replaced(json, IN_NUMBERS, time -> String.valueOf(Long.parseLong(time) + by.toMillis()));
        return replaced(numbers, IN_SQL, time -> later(time, by));
    }

    private static String later(String time, Duration by) {
        return OffsetDateTime.parse(time.replace(' ', 'T') + ":00").plus(by).toString();
    }

    private static String replaced(String text, Pattern pattern, UnaryOperator<String> replacement) {
        return pattern.matcher(text).replaceAll(found -> replacement.apply(found.group()));
    }
}
