package io.visitbot.end2end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The program with the settings of production, all services being pretended by a process of their own. Another one beside it
 * has the same services, database and public address.
 */
final class Deployment implements AutoCloseable {

    /** Encrypts what is in a PostgreSQL; beside an SQLite file the program makes its own. */
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** Two may start at the same moment, on a machine that has other things to do. */
    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final VisitProcess services;
    private final Outside outside;
    private final Map<String, String> settings;
    private final List<VisitProcess> bots = new ArrayList<>();

    private Deployment(Path folder, VisitProcess services, Outside outside, Map<String, String> settings) {
        this.folder = folder;
        this.services = services;
        this.outside = outside;
        this.settings = settings;
    }

    /** Starts both, and waits until the bot is ready and its webhooks stand. */
    static Deployment start(Path folder, String database) {
        int port = VisitProcess.freePort();
        Deployment deployment = prepare(folder, database, port, home(port));
        deployment.startBot();
        return deployment;
    }

    /** Starts the services, and a bot whose events go to another address than its own; {@link #awaitBot} waits for it. */
    static Deployment launch(Path folder, String database, String publicUrl) {
        Deployment deployment = prepare(folder, database, VisitProcess.freePort(), publicUrl);
        deployment.launchBot();
        return deployment;
    }

    /** Starts one more bot on the same database, which has to be closed before this one. */
    Deployment launchAnother() {
        Map<String, String> others = new LinkedHashMap<>(settings);
        others.put("SERVER_PORT", String.valueOf(VisitProcess.freePort()));
        Deployment another = new Deployment(folder, services, outside, others);
        another.launchBot();
        return another;
    }

    private static Deployment prepare(Path folder, String database, int port, String publicUrl) {
        VisitProcess services = VisitProcess.sandbox(folder, "sandbox-servers");
        Outside outside = new Outside(services.home());
        Map<String, String> settings = settings(outside, port, publicUrl, database);
        Deployment deployment = new Deployment(folder, services, outside, settings);
        deployment.giveToken(settings.remove("WEBEX_BOT_TOKEN"));
        return deployment;
    }

    private static Map<String, String> settings(Outside outside, int port, String publicUrl, String database) {
        Map<String, String> settings = new LinkedHashMap<>();
        Outside.json(Outside.http("GET", outside.home() + "/sandbox/api/endpoints", null, Map.of())).properties()
                .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asString()));
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("PUBLIC_URL", publicUrl);
        settings.put("DATABASE_URL", database);
        if (database.startsWith("jdbc:postgresql:")) {
            settings.put("VISIT_ENCRYPTION_KEY", KEY);
        }
        settings.put("VISIT_AUDITORS", "nurse.ortiz@example.org");
        settings.put("VISIT_ADMIN_TOKEN", Metrics.TOKEN);
        settings.put("VISIT_LIMIT_VISITS_PER_HOUR", "0");
        return settings;
    }

    private static String home(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Puts the bot's token into .env, where it can be changed while the bot runs. */
    void giveToken(@Nullable String token) {
        try {
            Files.writeString(folder.resolve(".env"), "WEBEX_BOT_TOKEN=" + token + "\n");
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    Outside outside() {
        return outside;
    }

    String database() {
        return settings.getOrDefault("DATABASE_URL", "");
    }

    String home() {
        return home(Integer.parseInt(settings.getOrDefault("SERVER_PORT", "0")));
    }

    HttpResponse<String> get(String path) {
        return Outside.http("GET", home() + path, null, Map.of());
    }

    Metrics metrics() {
        return Metrics.of(home());
    }

    /** Runs the program's own command line beside the bot, on the bot's database and with no other setting. */
    VisitProcess.Finished run(String... arguments) {
        return VisitProcess.run(folder, Map.of("DATABASE_URL", database()), arguments);
    }

    /** The bot that runs now. */
    VisitProcess bot() {
        return bots.getLast();
    }

    void startBot() {
        launchBot();
        awaitBot();
    }

    private void launchBot() {
        bots.add(VisitProcess.start(folder, settings));
    }

    void awaitBot() {
        VisitProcess bot = bot();
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

    /** What stands in the files of these names in its folder, byte by byte. */
    String bytes(String names) {
        StringBuilder bytes = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes.toString();
    }

    /** Ends the bots and the services; where there is another bot beside this one, it is of no use any more. */
    @Override
    public void close() {
        bots.forEach(VisitProcess::close);
        services.close();
    }
}
