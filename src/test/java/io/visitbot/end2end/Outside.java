package io.visitbot.end2end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do and see in the sandbox, over its API. */
final class Outside {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String PERHAPS_AGAIN = "I was interrupted: this may repeat what stands above.";

    private final String home;

    Outside(String home) {
        this.home = home;
    }

    String home() {
        return home;
    }

    JsonNode state() {
        return state(0);
    }

    /** The same with no calls but those after this one. */
    JsonNode state(long callsSince) {
        return json(http("GET", home + "/sandbox/api/state?callsSince=" + callsSince, null, Map.of()));
    }

    String space(String title) {
        return list("spaces").stream().filter(space -> title.equals(text(space, "title"))).findFirst().orElseThrow()
                .path("id").asString();
    }

    /** Says something, and gives the message's id. */
    String say(String who, String space, String words) {
        return say(who, space, words, null);
    }

    String say(String who, String space, String words, @Nullable String thread) {
        Map<String, Object> message = new LinkedHashMap<>(Map.of("as", who, "spaceId", space(space), "text", words));
        Optional.ofNullable(thread).ifPresent(root -> message.put("parentId", root));
        return text(post("/messages", message), "id");
    }

    /** Presses the card's button, with its own data and these inputs; gives the submission's id. */
    String submit(String who, JsonNode card, Map<String, String> inputs) {
        Map<String, Object> all = new LinkedHashMap<>(inputs);
        card.path("card").path("actions").path(0).path("data").properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asString()));
        return text(post("/actions", Map.of("as", who, "messageId", text(card, "id"), "inputs", all)), "id");
    }

    void fault(Map<String, Object> fault) {
        post("/faults", fault);
    }

    void clearFaults() {
        http("DELETE", home + "/sandbox/api/faults", null, Map.of());
    }

    JsonNode post(String path, Object body) {
        return json(http("POST", home + "/sandbox/api" + path, body, Map.of()));
    }

    List<JsonNode> list(String name) {
        return state().path(name).valueStream().toList();
    }

    /** What the bot wrote into the thread, oldest first. */
    List<JsonNode> answers(String thread) {
        return messages().stream().filter(message -> message.path("isBot").asBoolean())
                .filter(message -> thread.equals(text(message, "parentId"))).toList();
    }

    List<JsonNode> messages() {
        return list("messages");
    }

    /** The thread's form, as soon as it is there. */
    JsonNode form(String thread) {
        return Eventually.find("the form in the thread", () -> answers(thread).stream().filter(Outside::isForm)
                .findFirst());
    }

    /** The thread's result, as soon as it is there. */
    JsonNode result(String thread) {
        return Eventually.find("the result in the thread", () -> results(thread).stream().findFirst());
    }

    List<JsonNode> results(String thread) {
        return answers(thread).stream().filter(answer -> words(answer).startsWith("Visit ready:")).toList();
    }

    /** The first answer in the thread that holds the words, as soon as it is there. */
    JsonNode answer(String thread, String words) {
        return Eventually.find("an answer with: " + words, () -> answers(thread).stream()
                .filter(answer -> text(answer, "text").contains(words)).findFirst());
    }

    /** What was sent to the phone. */
    List<JsonNode> texts(String number) {
        return list("phones").stream().filter(phone -> number.equals(text(phone, "number")))
                .flatMap(phone -> phone.path("messages").valueStream())
                .filter(message -> text(message, "direction").startsWith("out")).toList();
    }

    static boolean isForm(JsonNode message) {
        return words(message).startsWith("New visit form") || words(message).startsWith("Please correct");
    }

    static boolean mayRepeat(JsonNode message) {
        return text(message, "text").startsWith("(" + PERHAPS_AGAIN);
    }

    /** What the message says, without the word that it may be a repeat. */
    static String words(JsonNode message) {
        return mayRepeat(message)
                ? text(message, "text").substring(PERHAPS_AGAIN.length() + 2).strip()
                : text(message, "text");
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    static HttpResponse<String> http(String method, String url, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(written(body)));
        headers.forEach(request::setHeader);
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Whether anybody answers there at all. */
    static boolean isThere(String url) {
        try {
            return http("GET", url, null, Map.of()).statusCode() > 0;
        } catch (UncheckedIOException nobody) {
            return false;
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    private static String written(@Nullable Object body) {
        return switch (body) {
            case null -> "";
            case String text -> text;
            default -> JsonMapper.shared().writeValueAsString(body);
        };
    }
}
