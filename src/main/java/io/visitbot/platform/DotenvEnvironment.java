package io.visitbot.platform;

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

    private final DotenvFile file;

    DotenvEnvironment() {
        this(".");
    }

    DotenvEnvironment(String folder) {
        this.file = new DotenvFile(folder);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(SANDBOX)) {
            environment.getPropertySources().addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new MapPropertySource(DotenvFile.NAME, file.read()));
        }
    }

    /** After the profiles are known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
