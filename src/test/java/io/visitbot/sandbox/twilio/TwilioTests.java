package io.visitbot.sandbox.twilio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.Receiver;
import io.visitbot.sandbox.SandboxServer;
import io.visitbot.sandbox.SandboxServer.Reply;
import io.visitbot.sandbox.journal.Endpoints;

import static org.assertj.core.api.Assertions.assertThat;

class TwilioTests {

    private static final String MESSAGES = "/2010-04-01/Accounts/" + Endpoints.TWILIO_ACCOUNT + "/Messages.json";
    private static final String PHONE = "+12025550142";
    private static final Pattern AND = Pattern.compile("&");
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void reset() throws Exception {
        SandboxServer.reset();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Map<String, String> order(String... changes) {
        Map<String, String> order = new HashMap<>(Map.of("To", PHONE, "From", Endpoints.TWILIO_NUMBER, "Body",
                "Your visit: https://x.example/v/abc.", "StatusCallback", receiver.url("/status?visit=1")));
        for (int i = 0; i < changes.length; i += 2) {
            order.put(changes[i], changes[i + 1]);
        }
        order.values().removeIf("-"::equals);
        return order;
    }

    private List<String> statuses(int count) throws Exception {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Receiver.Delivery delivery = receiver.next();
            SortedMap<String, String> form = form(delivery.body());
            assertThat(delivery.header("X-Twilio-Signature"))
                    .isEqualTo(Signature.of(Endpoints.TWILIO_TOKEN, receiver.url("/status?visit=1"), form));
            statuses.add(
                    form.get("MessageStatus") + (form.containsKey("ErrorCode") ? " " + form.get("ErrorCode") : ""));
        }
        return statuses;
    }

    private static SortedMap<String, String> form(String body) {
        SortedMap<String, String> form = new TreeMap<>();
        for (String field : AND.split(body, -1)) {
            int equals = field.indexOf('=');
            form.put(field.substring(0, equals),
                    URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    @Test
    void tellsEachStatusSignedAndInOrder() throws Exception {
        Reply sent = SandboxServer.form(MESSAGES, order());
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("status")).isEqualTo("queued");
        assertThat(statuses(3)).containsExactly("sending", "sent", "delivered");
    }

    @Test
    void acceptsFirstWithMessagingService() throws Exception {
        Reply sent = SandboxServer.form(MESSAGES, order("From", "-", "MessagingServiceSid", "MG1"));
        assertThat(sent.text("status")).isEqualTo("accepted");
        assertThat(sent.text("num_segments")).isEqualTo("0");
        assertThat(statuses(4)).containsExactly("queued", "sending", "sent", "delivered");
    }

    @Test
    void doesNotDeliverToLandline() throws Exception {
        SandboxServer.call("POST", "/sandbox/api/phones/" + PHONE + "/landline", null, Map.of("on", true));
        SandboxServer.form(MESSAGES, order());
        assertThat(statuses(3)).endsWith("undelivered 30006");
    }

    @Test
    void doesNotDeliverWhatIsFiltered() throws Exception {
        SandboxServer.call("POST", "/sandbox/api/faults", null,
                Map.of("service", "twilio", "kind", "undelivered", "errorCode", 30007, "times", 1));
        SandboxServer.form(MESSAGES, order());
        assertThat(statuses(3)).endsWith("undelivered 30007");
        SandboxServer.form(MESSAGES, order());
        assertThat(statuses(3)).endsWith("delivered");
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of(21211, List.of("To", "12025550142")), Arguments.of(21211, List.of("To", "+1")),
                Arguments.of(21604, List.of("To", "-")), Arguments.of(21603, List.of("From", "-")),
                Arguments.of(21602, List.of("Body", "-")), Arguments.of(21602, List.of("Body", "")),
                Arguments.of(21617, List.of("Body", "x".repeat(1601))),
                Arguments.of(21609, List.of("StatusCallback", "not a url")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesOrder(int code, List<String> change) throws Exception {
        Reply reply = SandboxServer.form(MESSAGES, order(change.get(0), change.get(1)));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("code").asInt()).isEqualTo(code);
        assertThat(reply.text("more_info")).endsWith("/" + code);
    }

    @Test
    void refusesWrongCredentials() throws Exception {
        Reply reply = SandboxServer.call("GET", MESSAGES, "wrong", null);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("code").asInt()).isEqualTo(20003);
    }

    @Test
    void obeysStopUntilStart() throws Exception {
        SandboxServer.form(MESSAGES, order());
        String reply = "/sandbox/api/phones/" + PHONE + "/reply";
        SandboxServer.call("POST", reply, null, Map.of("body", " Stop "));
        assertThat(SandboxServer.form(MESSAGES, order()).json().path("code").asInt()).isEqualTo(21610);
        assertThat(phone().path("optedOut").asBoolean()).isTrue();
        SandboxServer.call("POST", reply, null, Map.of("body", "stop please"));
        SandboxServer.call("POST", reply, null, Map.of("body", "START"));
        assertThat(SandboxServer.form(MESSAGES, order()).status()).isEqualTo(201);
    }

    private static JsonNode phone() throws Exception {
        return SandboxServer.state().path("phones").path(0);
    }

    @Test
    void showsTextWithItsLinkOnThePhone() throws Exception {
        SandboxServer.form(MESSAGES, order());
        assertThat(phone().path("number").asString()).isEqualTo(PHONE);
        assertThat(phone().path("messages").path(0).path("links").path(0).asString())
                .isEqualTo("https://x.example/v/abc");
    }

    @Test
    void postsSignedReplyToTheInboundHook() throws Exception {
        System.setProperty("SANDBOX_INBOUND_URL", receiver.url("/inbound"));
        try {
            SandboxServer.call("POST", "/sandbox/api/phones/" + PHONE + "/reply", null, Map.of("body", "thanks & bye"));
            Receiver.Delivery delivery = receiver.next();
            SortedMap<String, String> form = form(delivery.body());
            assertThat(form).containsEntry("Body", "thanks & bye").containsEntry("From", PHONE).containsEntry("To",
                    Endpoints.TWILIO_NUMBER);
            assertThat(delivery.header("X-Twilio-Signature"))
                    .isEqualTo(Signature.of(Endpoints.TWILIO_TOKEN, receiver.url("/inbound"), form));
        } finally {
            System.clearProperty("SANDBOX_INBOUND_URL");
        }
    }

    @Test
    void findsWhatWasSentToANumberOnADay() throws Exception {
        SandboxServer.form(MESSAGES, order());
        SandboxServer.form(MESSAGES, order("To", "+12025550143"));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(found("To=%2B12025550142&DateSent=" + today)).isEqualTo(1);
        assertThat(found("DateSent=" + today)).isEqualTo(2);
        assertThat(found("DateSent=2020-01-01")).isZero();
        assertThat(found("PageSize=1")).isEqualTo(1);
    }

    private static int found(String query) throws Exception {
        return SandboxServer.twilio("GET", MESSAGES + "?" + query).json().path("messages").size();
    }

    @Test
    void readsRedactsAndDeletes() throws Exception {
        String sid = SandboxServer.form(MESSAGES, order()).text("sid");
        String one = MESSAGES.replace(".json", "/" + sid + ".json");
        assertThat(SandboxServer.twilio("GET", one).text("body")).startsWith("Your visit");
        assertThat(SandboxServer.form(one, Map.of("Body", "")).text("body")).isEmpty();
        assertThat(SandboxServer.twilio("DELETE", one).status()).isEqualTo(204);
        assertThat(SandboxServer.twilio("GET", one).status()).isEqualTo(404);
    }

    @Test
    void answersForItsAccount() throws Exception {
        assertThat(SandboxServer.twilio("GET", MESSAGES.replace("/Messages", "")).text("status")).isEqualTo("active");
    }
}
