package io.visitbot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.meeting.instantconnect.Ciphers;
import io.visitbot.webhook.Inbox;
import io.visitbot.webhook.VerifiedEvent;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many calls to Webex and Instant Connect stand one after another between a submitted form and the reply. Every answer
 * takes a while, so that a call that begins before another's answer did not wait for it.
 */
class CallCountTests {

    private static final int PAUSE = 250;
    private static final int NEARLY = PAUSE - 20;
    private static final int LONG = 4_000;
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern NONCE = Pattern.compile("\"nonce\"\\s*:\\s*\"([a-z2-7]+)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final WireMockServer SERVICES = new WireMockServer(
            options().dynamicPort().globalTemplating(true).containerThreads(40));

    @TempDir
    static Path folder;
    private static ConfigurableApplicationContext bot;
    private static int messages;

    @BeforeAll
    static void start() {
        SERVICES.start();
        stub(any(anyUrl()).atPriority(10), "{}");
        stub(get("/v1/people/me"), person("bot", "bot"));
        stub(get("/v1/people/lee"), person("lee", "person"));
        stub(get("/v1/people/ortiz"), person("ortiz", "person"));
        stub(get(urlPathEqualTo("/v1/webhooks")), "{\"items\":[]}");
        stub(post("/v1/messages"), "{\"id\":\"{{randomValue type='UUID'}}\",\"roomId\":\"ward\",\"personId\":\"bot\"}");
        SERVICES.stubFor(delete(urlPathMatching("/v1/messages/.*")).willReturn(noContent().withFixedDelay(PAUSE)));
        stub(post("/api/v2/joseencrypt"), """
                {"host":[{"cipher":"%s","short":"Host001"}],"guest":[{"cipher":"%s","short":"Gues001"}],
                "baseUrl":"https://instant.example.org/visit/"}""".formatted(Ciphers.of("h"), Ciphers.of("g")));
        stub(get(urlPathEqualTo("/api/v1/space")), "{\"token\":\"space-token\",\"spaceId\":\"space\"}");
        stub(get("/v1/rooms/space/meetingInfo"),
                "{\"sipAddress\":\"277@example.webex.com\",\"meetingNumber\":\"277\"}");
        stub(post("/v1/memberships"), "{\"id\":\"membership\"}");
        stub(post(urlPathMatching("/2010-04-01/.*")), "{\"sid\":\"SM1\",\"status\":\"queued\"}");
        bot = run();
    }

    @AfterAll
    static void stop() {
        bot.close();
        SERVICES.stop();
    }

    @Test
    void twoWhenAllIsPreparedAndThePersonIsKnown() {
        needs(2, "lee", "a", Map.of());
    }

    @Test
    void atMostOneMoreForAPersonWhoIsNotKnown() {
        assertThat(callsUntilReply("ortiz", form("b"), Map.of())).isLessThanOrEqualTo(3);
    }

    @Test
    void oneMoreWhenSomebodyIsAdded() {
        needs(3, "lee", "c", Map.of("people", "dr.kim@example.org, dr.wu@example.org"));
    }

    @Test
    void oneMoreWhenADeviceIsToRing() {
        needs(3, "lee", "d", Map.of("device", "room3@example.rooms.webex.com"));
    }

    @Test
    void oneMoreWhenTheDurationChanges() {
        needs(3, "lee", "e", Map.of("duration", "1800"));
    }

    @Test
    void atMostFiveWhenNothingIsPreparedNorKnown() {
        Form form = form("f");
        bot.close();
        bot = run();
        await(event -> asks(event, RequestMethod.GET, "/v1/people/me"));
        assertThat(callsUntilReply("lee", form, Map.of("people", "dr.kim@example.org"))).isLessThanOrEqualTo(5);
    }

    @Test
    void textMessageDoesNotWaitForTheReply() {
        Form form = form("slow-reply");
        SERVICES.stubFor(post("/v1/messages").withRequestBody(containing("Visit ready: slow-reply"))
                .atPriority(1).willReturn(okJson("{\"id\":\"late\"}").withFixedDelay(LONG)));
        long submitted = submit("lee", form, Map.of("phone", "+1 202 555 0142"));
        ServeEvent text = await(event -> isTextSince(event, submitted));
        ServeEvent reply = await(event -> isReply(event, "slow-reply"));
        assertThat(began(text)).isLessThan(began(reply) + LONG - PAUSE);
    }

    @Test
    void replyDoesNotWaitForTheTextMessage() {
        Form form = form("slow-text");
        SERVICES.stubFor(post(urlPathMatching("/2010-04-01/.*")).withRequestBody(containing("12025550199"))
                .atPriority(1).willReturn(okJson("{\"sid\":\"SM2\",\"status\":\"queued\"}").withFixedDelay(LONG)));
        long submitted = submit("lee", form, Map.of("phone", "+1 202 555 0199"));
        ServeEvent text = await(event -> isTextSince(event, submitted));
        ServeEvent reply = await(event -> isReply(event, "slow-text"));
        assertThat(began(reply)).isLessThan(began(text) + LONG - PAUSE);
    }

    /** A form that stands in the ward, with all that is made meanwhile. */
    private static Form form(String label) {
        int spaces = served(event -> asks(event, RequestMethod.GET, "/v1/rooms/space/meetingInfo")).size();
        String id = "message-" + ++messages;
        stub(get("/v1/messages/" + id), JSON.writeValueAsString(Map.of("id", id, "roomId", "ward", "roomType", "group",
                "text", "Visit new " + label, "personId", "lee", "personEmail", "lee@example.org")));
        happens("messages", Map.of("id", id, "personId", "lee", "personEmail", "lee@example.org", "roomId", "ward"));
        ServeEvent shown = await(event -> posts(event, "New visit form for **" + label + "**"));
        await(_ -> served(event -> asks(event, RequestMethod.GET, "/v1/rooms/space/meetingInfo")).size() > spaces);
        Matcher nonce = NONCE.matcher(shown.getRequest().getBodyAsString());
        assertThat(nonce.find()).isTrue();
        return new Form(label, nonce.group(1));
    }

    /** Tried again where it was more: on a busy machine two calls that began together may look like one after the other. */
    private static void needs(int wanted, String person, String label, Map<String, String> more) {
        assertThat(IntStream.range(0, TRIES).map(number -> callsUntilReply(person, form(label + number), more))
                .filter(calls -> calls <= wanted).findFirst()).as("calls until the reply").hasValue(wanted);
    }

    private static int callsUntilReply(String person, Form form, Map<String, String> more) {
        long submitted = submit(person, form, more);
        ServeEvent reply = await(event -> isReply(event, form.label()));
        List<ServeEvent> calls = served(event -> began(event) >= submitted && began(event) <= began(reply)
                && !event.getRequest().getUrl().startsWith("/v1/webhooks") && !isText(event));
        return depth(reply, calls);
    }

    private static long submit(String person, Form form, Map<String, String> more) {
        Map<String, String> inputs = new java.util.HashMap<>(
                Map.of("action", "visit.start", "nonce", form.nonce(), "label", form.label(), "send", "true"));
        inputs.putAll(more);
        String id = "action-" + form.label();
        stub(get("/v1/attachment/actions/" + id), JSON.writeValueAsString(Map.of("id", id, "type", "submit",
                "messageId", "card", "roomId", "ward", "personId", person, "inputs", inputs)));
        long now = System.currentTimeMillis();
        happens("attachmentActions", Map.of("id", id, "personId", person, "roomId", "ward", "messageId", "card"));
        return now;
    }

    /** The longest row of calls, each begun after the answer to the one before, that ends with this one. */
    private static int depth(ServeEvent last, List<ServeEvent> calls) {
        return 1 + calls.stream().filter(call -> began(call) + NEARLY <= began(last))
                .mapToInt(call -> depth(call, calls))
                .max().orElse(0);
    }

    private static void happens(String resource, Map<String, String> data) {
        VerifiedEvent event = new VerifiedEvent(resource + ":created:" + data.get("id"), resource, "created",
                JSON.writeValueAsString(Map.of("resource", resource, "event", "created", "data", data)));
        bot.getBean(Inbox.class).accept(event).block(PATIENCE);
    }

    private static ServeEvent await(Predicate<ServeEvent> wanted) {
        Optional<ServeEvent> found = Flux.interval(Duration.ofMillis(20)).onBackpressureDrop()
                .map(_ -> served(wanted).stream().findFirst()).filter(Optional::isPresent).blockFirst(PATIENCE);
        return java.util.Objects.requireNonNull(found).orElseThrow();
    }

    private static List<ServeEvent> served(Predicate<ServeEvent> wanted) {
        return new ArrayList<>(SERVICES.getAllServeEvents()).stream().filter(wanted)
                .sorted(Comparator.comparingLong(CallCountTests::began)).toList();
    }

    private static boolean isReply(ServeEvent event, String label) {
        return posts(event, "Visit ready: " + label + " ");
    }

    private static boolean posts(ServeEvent event, String words) {
        return asks(event, RequestMethod.POST, "/v1/messages") && event.getRequest().getBodyAsString().contains(words);
    }

    private static boolean isTextSince(ServeEvent event, long moment) {
        return isText(event) && began(event) >= moment;
    }

    private static boolean isText(ServeEvent event) {
        return event.getRequest().getUrl().startsWith("/2010-04-01/");
    }

    private static boolean asks(ServeEvent event, RequestMethod verb, String path) {
        LoggedRequest request = event.getRequest();
        return request.getMethod().equals(verb) && request.getUrl().equals(path);
    }

    private static long began(ServeEvent event) {
        return event.getRequest().getLoggedDate().toInstant().toEpochMilli();
    }

    private static void stub(MappingBuilder request, String answer) {
        SERVICES.stubFor(request.willReturn(okJson(answer).withFixedDelay(PAUSE)));
    }

    private static String person(String id, String type) {
        return JSON.writeValueAsString(Map.of("id", id, "emails", List.of(id + "@example.org"), "displayName",
                id.equals("bot") ? "Visit" : id, "orgId", "org", "type", type));
    }

    private static ConfigurableApplicationContext run() {
        String home = SERVICES.baseUrl();
        SERVICES.resetRequests();
        return new SpringApplicationBuilder(VisitApplication.class).initializers(new AllSettings()).run(
                "--SERVER_PORT=0", "--PUBLIC_URL=http://127.0.0.1:18500", "--WEBEX_BOT_TOKEN=bot-token",
                "--WEBEX_WEBHOOK_SECRET=s3cr3t-hook", "--WEBEX_API_URL=" + home + "/v1",
                "--IC_API_URL=" + home + "/api/v2/joseencrypt", "--IC_SPACE_API_URL=" + home + "/api/v1/space",
                "--TWILIO_API_URL=" + home, "--TWILIO_ACCOUNT_SID=AC00000000000000000000000000000000",
                "--TWILIO_AUTH_TOKEN=t0ken", "--TWILIO_FROM=+12025550100",
                "--DATABASE_URL=jdbc:sqlite:" + folder.resolve("visit.db"), "--VISIT_ALLOWED_DOMAINS=org");
    }

    private record Form(String label, String nonce) {
    }
}
