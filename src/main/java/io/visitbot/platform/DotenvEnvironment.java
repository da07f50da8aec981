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
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;

/** Reads {@code .env} in the working directory, where there is one; the environment wins over it. Not in the sandbox. */
class DotenvEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final Profiles SANDBOX = Profiles.of("sandbox", "sandbox-servers");
    private static final String MALFORMED = "the file .env has a line that is not NAME=value "
            + "(one on each line, without export; a quotation mark needs its other one)";

    private static final Pattern NAME = Pattern.compile("^\\s*([\\w.-]+)\\s*=");

    private final String folder;

    DotenvEnvironment() {
        this(".");
    }

    DotenvEnvironment(String folder) {
        this.folder = folder;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(SANDBOX)) {
            environment.getPropertySources().addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new MapPropertySource(".env", entries()));
        }
    }

    private Map<String, Object> entries() {
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
        Path file = Path.of(folder, ".env");
        return Files.isRegularFile(file)
                ? Files.readAllLines(file).stream().map(NAME::matcher).filter(Matcher::find)
                        .map(line -> line.group(1)).collect(Collectors.toSet())
                : Set.of();
    }

    /** The library takes off double quotes alone. */
    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** After the profiles are known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
