package io.visitbot.sandbox.webex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.sandbox.SandboxServer;
import io.visitbot.sandbox.SandboxServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class WebexStrictnessTests {

    private static final String WARD = WebexId.fixed("ROOM", "ward-3");
    private static final String CARDIOLOGY = WebexId.fixed("ROOM", "cardiology");
    private static final String BOT = SandboxServer.BOT;
    private static final String LEE = SandboxServer.LEE;

    @BeforeEach
    void reset() throws Exception {
        SandboxServer.reset();
    }

    private static Reply post(String token, Map<String, ?> message) throws Exception {
        return SandboxServer.call("POST", "/v1/messages", token, message);
    }

    private static Map<String, Object> card(String version, String action) {
        return Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content",
                Map.of("type", "AdaptiveCard", "version", version, "body", List.of(), "actions",
                        List.of(Map.of("type", action, "title", "Go"))));
    }

    private static String postCard() throws Exception {
        return post(BOT, Map.of("roomId", WARD, "text", "form", "attachments", List.of(card("1.3", "Action.Submit"))))
                .text("id");
    }

    static Stream<Arguments> refusedMessages() {
        Map<String, Object> wrongType = Map.of("contentType", "image/png", "content", Map.of());
        Map<String, Object> huge = Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content",
                Map.of("type", "AdaptiveCard", "version", "1.3", "x", "x".repeat(82_000)));
        return Stream.of(Arguments.of("no destination", 400, Map.of("text", "x")),
                Arguments.of("two destinations", 400,
                        Map.of("roomId", WARD, "toPersonEmail", "dr.lee@example.org", "text", "x")),
                Arguments.of("empty", 400, Map.of("roomId", WARD, "text", "")),
                Arguments.of("text too long in bytes", 400, Map.of("roomId", WARD, "text", "é".repeat(3_720))),
                Arguments.of("markdown too long", 400, Map.of("roomId", WARD, "markdown", "x".repeat(7_440))),
                Arguments.of("unknown parent", 400, Map.of("roomId", WARD, "text", "x", "parentId", "nobody")),
                Arguments.of("two cards", 400,
                        Map.of("roomId", WARD, "text", "x", "attachments",
                                List.of(card("1.3", "Action.Submit"), card("1.3", "Action.Submit")))),
                Arguments.of("wrong attachment", 400,
                        Map.of("roomId", WARD, "text", "x", "attachments", List.of(wrongType))),
                Arguments.of("card too big", 400, Map.of("roomId", WARD, "text", "x", "attachments", List.of(huge))),
                Arguments.of("card too new", 400,
                        Map.of("roomId", WARD, "text", "x", "attachments", List.of(card("1.4", "Action.Submit")))),
                Arguments.of("Action.Execute", 400,
                        Map.of("roomId", WARD, "text", "x", "attachments", List.of(card("1.3", "Action.Execute")))),
                Arguments.of("room of others", 403, Map.of("roomId", CARDIOLOGY, "text", "x")),
                Arguments.of("unknown room", 404, Map.of("roomId", "nowhere", "text", "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedMessages")
    void refusesMessage(String name, int status, Map<String, ?> message) throws Exception {
        Reply reply = post(BOT, message);
        assertThat(reply.status()).as(name).isEqualTo(status);
        assertThat(reply.text("message")).isNotEmpty();
        assertThat(reply.json().path("errors").path(0).path("description").asString("")).isNotEmpty();
        assertThat(reply.response().headers().firstValue("trackingId")).contains(reply.text("trackingId"));
    }

    @Test
    void takesTextOfExactlyTheLimit() throws Exception {
        assertThat(post(BOT, Map.of("roomId", WARD, "text", "x".repeat(7_439))).status()).isEqualTo(200);
    }

    @Test
    void refusesReplyToReplyAndToAnotherRoom() throws Exception {
        String root = post(BOT, Map.of("roomId", WARD, "text", "root")).text("id");
        String reply = post(BOT, Map.of("roomId", WARD, "text", "reply", "parentId", root)).text("id");
        assertThat(post(BOT, Map.of("roomId", WARD, "text", "x", "parentId", reply)).status()).isEqualTo(400);
        assertThat(post(LEE, Map.of("roomId", CARDIOLOGY, "text", "x", "parentId", root)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/people/me", "/v1/messages/x", "/v1/rooms", "/v1/webhooks", "/v1/anything"})
    void refusesWithoutKnownToken(String path) throws Exception {
        assertThat(SandboxServer.call("GET", path, null, null).status()).isEqualTo(401);
        Reply unknown = SandboxServer.call("GET", path, "real-token", null);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text("message"))
                .isEqualTo("The request requires a valid access token set in the Authorization request header.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages/x", "/v1/rooms/x", "/v1/people/x", "/v1/webhooks/x", "/v1/memberships/x",
            "/v1/attachment/actions/x", "/v1/rooms/x/meetingInfo", "/v1/anything"})
    void answersNotFound(String path) throws Exception {
        assertThat(SandboxServer.call("GET", path, BOT, null).status()).isEqualTo(404);
    }

    @Test
    void refusesEditOfCardAndEleventhEdit() throws Exception {
        Map<String, String> edit = Map.of("roomId", WARD, "text", "edited");
        assertThat(SandboxServer.call("PUT", "/v1/messages/" + postCard(), BOT, edit).status()).isEqualTo(400);
        String id = post(BOT, Map.of("roomId", WARD, "text", "plain")).text("id");
        for (int i = 0; i < 10; i++) {
            assertThat(SandboxServer.call("PUT", "/v1/messages/" + id, BOT, edit).status()).isEqualTo(200);
        }
        assertThat(SandboxServer.call("PUT", "/v1/messages/" + id, BOT, edit).status()).isEqualTo(400);
    }

    @Test
    void hidesGroupMessagesThatDoNotMentionTheBot() throws Exception {
        String overheard = SandboxServer.type("lee", "Ward 3", "coffee?");
        String meant = SandboxServer.type("lee", "Ward 3", "please @VISIT help");
        assertThat(SandboxServer.call("GET", "/v1/messages/" + overheard, BOT, null).status()).isEqualTo(404);
        Reply seen = SandboxServer.call("GET", "/v1/messages/" + meant, BOT, null);
        assertThat(seen.text("text")).isEqualTo("please Visit help");
        assertThat(seen.text("html")).contains("<spark-mention data-object-type=\"person\" data-object-id=\"");
        assertThat(SandboxServer.call("GET", "/v1/messages?roomId=" + WARD, BOT, null).status()).isEqualTo(403);
        Reply list = SandboxServer.call("GET", "/v1/messages?roomId=" + WARD + "&mentionedPeople=me", BOT, null);
        assertThat(list.json().path("items").size()).isEqualTo(1);
    }

    @Test
    void refusesDeletingWhatSomebodyElseWrote() throws Exception {
        String lees = SandboxServer.type("lee", "Dr. Lee", "hello");
        assertThat(SandboxServer.call("DELETE", "/v1/messages/" + lees, BOT, null).status()).isEqualTo(403);
        String own = post(BOT, Map.of("toPersonEmail", "dr.lee@example.org", "text", "hello")).text("id");
        assertThat(SandboxServer.call("DELETE", "/v1/messages/" + own, BOT, null).status()).isEqualTo(204);
        assertThat(SandboxServer.call("GET", "/v1/messages/" + own, BOT, null).status()).isEqualTo(404);
    }

    @Test
    void forgetsActionWhenItsCardIsDeleted() throws Exception {
        String card = postCard();
        String action = SandboxServer.call("POST", "/sandbox/api/actions", null,
                Map.of("as", "lee", "messageId", card, "inputs", Map.of("send", true, "n", 3))).text("id");
        Reply fetched = SandboxServer.call("GET", "/v1/attachment/actions/" + action, BOT, null);
        assertThat(fetched.json().path("inputs").toString()).contains("\"send\":\"true\"").contains("\"n\":\"3\"");
        SandboxServer.call("DELETE", "/v1/messages/" + card, BOT, null);
        assertThat(SandboxServer.call("GET", "/v1/attachment/actions/" + action, BOT, null).status()).isEqualTo(404);
    }

    @Test
    void letsOnlyPeopleSubmitCards() throws Exception {
        Map<String, Object> submit = Map.of("type", "submit", "messageId", postCard(), "inputs", Map.of());
        assertThat(SandboxServer.call("POST", "/v1/attachment/actions", BOT, submit).status()).isEqualTo(403);
        assertThat(SandboxServer.call("POST", "/v1/attachment/actions", LEE, submit).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @MethodSource("memberships")
    void answersMembershipRequest(String email, int status) throws Exception {
        assertThat(SandboxServer.call("POST", "/v1/memberships", BOT, Map.of("roomId", WARD, "personEmail", email))
                .status())
                .isEqualTo(status);
    }

    static Stream<Arguments> memberships() {
        return Stream.of(Arguments.of("new.colleague@example.org", 200), Arguments.of("partner@example.com", 200),
                Arguments.of("dr.lee@example.org", 409), Arguments.of("someone@refused.example", 403),
                Arguments.of("someone@nowhere.example", 404));
    }

    @Test
    void findsPeopleOfTheOwnOrganisationOnly() throws Exception {
        assertThat(SandboxServer.call("GET", "/v1/people?email=nurse.ortiz@example.org", BOT, null).json().path("items")
                .size()).isEqualTo(1);
        assertThat(SandboxServer.call("GET", "/v1/people?email=vendor@elsewhere.example", BOT, null).json()
                .path("items").size()).isZero();
    }

    @Test
    void givesMeetingInfoToMembersOnly() throws Exception {
        assertThat(SandboxServer.call("GET", "/v1/rooms/" + WARD + "/meetingInfo", BOT, null).text("sipAddress"))
                .matches("27\\d{9}@example\\.webex\\.com");
        assertThat(SandboxServer.call("GET", "/v1/rooms/" + CARDIOLOGY + "/meetingInfo", BOT, null).status())
                .isEqualTo(404);
        assertThat(SandboxServer.call("POST", "/v1/meetings", BOT, Map.of()).status()).isEqualTo(403);
    }

    static Stream<Arguments> refusedWebhooks() {
        Map<String, String> good = Map.of("name", "n", "targetUrl", "http://127.0.0.1:9/x", "resource", "messages",
                "event",
                "created");
        return Stream.of(Map.entry("name", ""), Map.entry("targetUrl", ""), Map.entry("targetUrl", "ftp://x"),
                Map.entry("resource", "nonsense"), Map.entry("event", "exploded"), Map.entry("filter", "colour=red"))
                .map(change -> {
                    Map<String, String> hook = new HashMap<>(good);
                    hook.put(change.getKey(), change.getValue());
                    return Arguments.of(hook);
                });
    }

    @ParameterizedTest
    @MethodSource("refusedWebhooks")
    void refusesWebhook(Map<String, String> hook) throws Exception {
        assertThat(SandboxServer.call("POST", "/v1/webhooks", BOT, hook).status()).isEqualTo(400);
    }

    @Test
    void pagesWithLinkHeader() throws Exception {
        for (String name : List.of("one", "two", "three")) {
            SandboxServer.call("POST", "/v1/webhooks", BOT, Map.of("name", name, "targetUrl", "http://127.0.0.1:9/x",
                    "resource", "rooms", "event", "created"));
        }
        Reply first = SandboxServer.call("GET", "/v1/webhooks?max=2", BOT, null);
        String link = first.response().headers().firstValue("Link").orElse("");
        Reply second = SandboxServer.call("GET", link.substring(1, link.indexOf('>')), BOT, null);
        assertThat(second.json().path("items").path(0).path("name").asString()).isEqualTo("three");
        assertThat(second.response().headers().firstValue("Link")).isEmpty();
    }

    @Test
    void takesFileAndGivesItToWhoMaySeeIt() throws Exception {
        Reply sent = SandboxServer.multipart(BOT,
                Map.of("toPersonEmail", "dr.lee@example.org", "markdown", "**2 entries**", "files/a.csv", "a,é"));
        String url = sent.json().path("files").path(0).asString();
        assertThat(sent.status()).isEqualTo(200);
        assertThat(SandboxServer.call("GET", url, LEE, null).response()).satisfies(answer -> {
            assertThat(answer.body()).isEqualTo("a,é");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment",
                    "a.csv");
        });
        assertThat(SandboxServer.call("GET", url, SandboxServer.VENDOR, null).status()).isEqualTo(404);
        assertThat(SandboxServer.call("GET", url, null, null).status()).isEqualTo(401);
        assertThat(SandboxServer.call("GET", "/v1/contents/x", LEE, null).status()).isEqualTo(404);
    }

    @Test
    void refusesEditOfMessageWithFile() throws Exception {
        Reply sent = SandboxServer.multipart(BOT, Map.of("roomId", WARD, "text", "x", "files/a.csv", "a"));
        assertThat(SandboxServer.call("PUT", "/v1/messages/" + sent.text("id"), BOT,
                Map.of("roomId", WARD, "text", "edited")).status()).isEqualTo(400);
    }

    static Stream<Arguments> refusedUploads() {
        return Stream.of(Arguments.of(Map.of("roomId", WARD, "text", "x")),
                Arguments.of(Map.of("roomId", WARD, "text", "x", "files", "no name")),
                Arguments.of(Map.of("text", "no destination", "files/a.csv", "a")),
                Arguments.of(Map.of("roomId", WARD, "files/a.csv", "no words")),
                Arguments.of(Map.of("roomId", WARD, "text", "x", "files/a.csv", "a", "attachments", "[]")));
    }

    @ParameterizedTest
    @MethodSource("refusedUploads")
    void refusesUpload(Map<String, String> parts) throws Exception {
        Reply reply = SandboxServer.multipart(BOT, parts);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("message")).isNotEmpty();
        assertThat(SandboxServer.multipart("nobody", parts).status()).isEqualTo(401);
    }

    @Test
    void refusesBodiesThatAreNotJson() throws Exception {
        assertThat(SandboxServer.call("POST", "/v1/messages", BOT, "{nonsense").status()).isEqualTo(400);
        assertThat(SandboxServer.form("/v1/messages", Map.of("text", "x")).status()).isEqualTo(401);
    }
}
