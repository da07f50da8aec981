package io.visitbot.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;

/** The file {@code .env} in a folder, read anew each time; no file is an empty one. */
public record DotenvFile(String folder) {

    /** The name of the property source that holds what was read at the start. */
    public static final String NAME = ".env";

    private static final String MALFORMED = "the file .env has a line that is not NAME=value "
            + "(one on each line, without export; a quotation mark needs its other one)";
    private static final Pattern LINE = Pattern.compile("^\\s*([\\w.-]+)\\s*=");

    /** What stands in it; {@link SettingsException} where it is malformed. */
    public Map<String, Object> read() {
        Map<String, Object> entries = new LinkedHashMap<>();
        try {
            for (DotenvEntry entry : Dotenv.configure().directory(folder).ignoreIfMissing().load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
                entries.put(entry.getKey(), unquoted(entry.getValue()));
            }
            if (!entries.keySet().containsAll(begun())) {
                throw new SettingsException(List.of(MALFORMED));
            }
        } catch (DotenvException | IOException malformed) {
            throw new SettingsException(List.of(MALFORMED));
        }
        return entries;
    }

    /** The names that lines begin with. After a lonely quotation mark the library silently skips all that follows. */
    private Set<String> begun() throws IOException {
        Path file = Path.of(folder, NAME);
        return Files.isRegularFile(file)
                ? Files.readAllLines(file).stream().map(LINE::matcher).filter(Matcher::find)
                        .map(line -> line.group(1)).collect(Collectors.toSet())
                : Set.of();
    }

    /** The library takes off double quotes alone. */
    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
