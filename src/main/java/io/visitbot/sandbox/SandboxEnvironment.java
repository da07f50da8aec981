package io.visitbot.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.visitbot.sandbox.journal.Endpoints;

/**
 * Under the sandbox's profiles: refuses to start with real credentials or addresses, binds to loopback, and under
 * {@code sandbox} points the bot at the pretend services. Runs last, so that nothing is set after it looked.
 */
class SandboxEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String WITH_BOT = "sandbox";
    static final String ALONE = "sandbox-servers";
    private static final String NO_DATABASE = String.join(",",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerMetricsAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerActuatorAutoConfiguration");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Set<String> profiles = Set.of(environment.getActiveProfiles());
        boolean withBot = profiles.contains(WITH_BOT);
        if (!withBot && !profiles.contains(ALONE)) {
            return;
        }
        SandboxGuard.check(environment);
        int port = withBot ? port(environment, "SERVER_PORT", 8080) : port(environment, "SANDBOX_PORT", 8090);
        MutablePropertySources sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("sandboxServer", server(environment, port, withBot)));
        if (withBot) {
            sources.addFirst(new SystemEnvironmentPropertySource("sandbox-systemEnvironment", bot(environment, port)));
        }
    }

    private static Map<String, Object> server(ConfigurableEnvironment environment, int port, boolean withBot) {
        Map<String, Object> server = new HashMap<>(Map.of("server.address", "127.0.0.1", "server.port", port));
        if (!withBot) {
            String excluded = environment.getProperty("spring.autoconfigure.exclude", "");
            server.put("spring.autoconfigure.exclude", excluded.isBlank() ? NO_DATABASE : excluded + "," + NO_DATABASE);
        }
        return server;
    }

    private static Map<String, Object> bot(ConfigurableEnvironment environment, int port) {
        String home = "http://127.0.0.1:" + port;
        Map<String, Object> settings = new HashMap<>(Endpoints.at(home));
        settings.put("IC_ACCESS_TOKEN", Endpoints.BOT_TOKEN);
        settings.put("PUBLIC_URL", kept(environment.getProperty("PUBLIC_URL"), home));
        settings.put("VISIT_AUDITORS", kept(environment.getProperty("VISIT_AUDITORS"), "dr.lee@example.org"));
        String database = environment.getProperty("DATABASE_URL", "");
        settings.put("DATABASE_URL", database.isBlank() ? SandboxDatabase.fresh() : database);
        settings.put("VISIT_ENCRYPTION_KEY",
                kept(environment.getProperty("VISIT_ENCRYPTION_KEY"), SandboxDatabase.KEY));
        return settings;
    }

    private static String kept(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }

    private static int port(ConfigurableEnvironment environment, String variable, int otherwise) {
        String given = environment.getProperty("server.port", environment.getProperty(variable, ""));
        if (!given.matches("\\d{0,5}")) {
            throw new SandboxRefused(variable + " is not a port number", "Set it to a free port or leave it out.");
        }
        int port = given.isEmpty() ? otherwise : Integer.parseInt(given);
        return port == 0 ? FreePort.find() : port;
    }
}
