package io.visitbot.platform;

import java.util.LinkedHashMap;
import java.util.Map;

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

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(SANDBOX)) {
            environment.getPropertySources().addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new MapPropertySource(".env", entries()));
        }
    }

    private static Map<String, Object> entries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        try {
            for (DotenvEntry entry : Dotenv.configure().ignoreIfMissing().load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
                entries.put(entry.getKey(), entry.getValue());
            }
        } catch (DotenvException malformed) {
            throw new SettingsException(java.util.List.of("the file .env has a line that is not NAME=value"));
        }
        return entries;
    }

    /** After the profiles are known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
