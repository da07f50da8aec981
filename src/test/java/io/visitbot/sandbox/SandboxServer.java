package io.visitbot.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.VisitApplication;
import io.visitbot.sandbox.journal.Endpoints;

/** The pretend services on a free port, started once for all tests; they are reset by each test class. */
public final class SandboxServer {

    public static final String BOT = Endpoints.BOT_TOKEN;
    public static final String LEE = "sandbox-user-lee";
    public static final String VENDOR = "sandbox-user-vendor";
    private static final ConfigurableApplicationContext CONTEXT = new SpringApplicationBuilder(VisitApplication.class)
            .profiles("sandbox-servers").properties("spring.main.banner-mode=off").run("--SANDBOX_PORT=0");
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SandboxServer() {
    }

    /** An answer; the body is JSON or missing. */
    public record Reply(int status, JsonNode json, HttpResponse<String> response) {

        public String text(String name) {
            return json.path(name).asString("");
        }
    }

    public static String home() {
        return "http://127.0.0.1:" + CONTEXT.getEnvironment().getProperty("local.server.port");
    }

    public static void reset() throws Exception {
        call("POST", "/sandbox/api/reset", null, null);
        for (JsonNode hook : call("GET", "/v1/webhooks", BOT, null).json().path("items")) {
            call("DELETE", "/v1/webhooks/" + hook.path("id").asString(), BOT, null);
        }
    }

    public static Reply call(String method, String path, @Nullable String token, @Nullable Object json)
            throws Exception {
        HttpRequest.Builder request = request(method, path, json == null ? "" : text(json));
        request.header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    public static Reply form(String path, Map<String, String> form) throws Exception {
        return send(request("POST", path, encoded(form)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", login()));
    }

    /** A message as {@code multipart/form-data}; a part whose name holds a {@code /} is a file, named after it. */
    public static Reply multipart(String token, Map<String, String> parts) throws Exception {
        String body = parts.entrySet().stream().map(SandboxServer::part).collect(Collectors.joining()) + "--cut--\r\n";
        return send(request("POST", "/v1/messages", body).header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Authorization", "Bearer " + token));
    }

    private static String part(Map.Entry<String, String> part) {
        String[] name = part.getKey().split("/", 2);
        String file = name.length < 2 ? "" : "; filename=\"" + name[1] + "\"\r\nContent-Type: text/csv";
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name[0] + "\"" + file + "\r\n\r\n" + part.getValue()
                + "\r\n";
    }

    /** A request without a body, with Twilio's credentials. */
    public static Reply twilio(String method, String path) throws Exception {
        return send(request(method, path, "").header("Authorization", login()));
    }

    private static String login() {
        String login = Endpoints.TWILIO_ACCOUNT + ":" + Endpoints.TWILIO_TOKEN;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String text(Object json) {
        return json instanceof String text ? text : JsonMapper.shared().writeValueAsString(json);
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : home() + path))
                .timeout(Duration.ofSeconds(20)).method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.body().startsWith("{");
        return new Reply(response.statusCode(), JsonMapper.shared().readTree(json ? response.body() : "{}"), response);
    }

    public static JsonNode state() throws Exception {
        return call("GET", "/sandbox/api/state", null, null).json();
    }

    /** The id of the space with this title. */
    public static String space(String title) throws Exception {
        return state().path("spaces").valueStream().filter(space -> title.equals(space.path("title").asString()))
                .findFirst().orElseThrow().path("id").asString();
    }

    /** What somebody types; gives the message's id. */
    public static String type(String who, String space, String text) throws Exception {
        return call("POST", "/sandbox/api/messages", null, Map.of("as", who, "spaceId", space(space), "text", text))
                .text("id");
    }
}
