package io.visitbot.end2end;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program with the settings of production, all services being pretended by a process of their own. */
final class Deployment implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final VisitProcess services;
    private final Outside outside;
    private final Map<String, String> settings;
    private final List<VisitProcess> bots = new ArrayList<>();

    private Deployment(Path folder, VisitProcess services, String database, Map<String, String> more) {
        this.folder = folder;
        this.services = services;
        this.outside = new Outside(services.home());
        this.settings = settings(outside, VisitProcess.freePort(), database);
        this.settings.putAll(more);
    }

    /** Starts both, and waits until the bot is ready and its webhooks stand. */
    static Deployment start(Path folder, String database) {
        return start(folder, database, Map.of());
    }

    /** The same with further settings of the bot's. */
    static Deployment start(Path folder, String database, Map<String, String> more) {
        Deployment deployment = new Deployment(folder, VisitProcess.sandbox(folder, "sandbox-servers"), database, more);
        deployment.startBot();
        return deployment;
    }

    private static Map<String, String> settings(Outside outside, int port, String database) {
        Map<String, String> settings = new LinkedHashMap<>();
        Outside.json(Outside.http("GET", outside.home() + "/sandbox/api/endpoints", null, Map.of())).properties()
                .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asString()));
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
        settings.put("DATABASE_URL", database);
        return settings;
    }

    Outside outside() {
        return outside;
    }

    String home() {
        return settings.getOrDefault("PUBLIC_URL", "");
    }

    HttpResponse<String> get(String path) {
        return Outside.http("GET", home() + path, null, Map.of());
    }

    Metrics metrics() {
        return Metrics.of(home());
    }

    /** The bot that runs now. */
    VisitProcess bot() {
        return bots.getLast();
    }

    void startBot() {
        VisitProcess bot = VisitProcess.start(folder, settings);
        bots.add(bot);
        Eventually.holds("the bot is ready", START, () -> {
            bot.stillRunning();
            return status("/actuator/health/readiness") == 200;
        });
        Eventually.holds("the bot's webhooks stand", this::webhooksAreOn);
    }

    boolean webhooksAreOn() {
        return outside.list("webhooks").stream().filter(hook -> "active".equals(Outside.text(hook, "status")))
                .count() == 3;
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (UncheckedIOException notYet) {
            return 0;
        }
    }

    /** What every bot of this deployment printed. */
    String output() {
        return String.join("\n", bots.stream().map(VisitProcess::output).toList());
    }

    @Override
    public void close() {
        bots.forEach(VisitProcess::close);
        services.close();
    }
}
