package io.visitbot.webex;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.MultipartValuePattern;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.ApiTimeouts;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.RetryPolicy;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Token;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

class WebexClientTests {

    private static final Secret SPACE_TOKEN = new Secret("space-token");

    private final WireMockServer service = new WireMockServer(options().dynamicPort());
    private WebexApi webex = client("http://localhost:1");

    @BeforeEach
    void start() {
        service.start();
        webex = client(service.baseUrl());
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void asksWhoItIs() {
        answers(recorded("me"));

        StepVerifier.create(webex.me()).expectNext(new Person("Y2lzYm90", List.of("visit@webex.bot"), "Visit",
                "Y2lzb3Jn", Person.Type.BOT, null)).verifyComplete();
        verify(getRequestedFor(urlEqualTo("/v1/people/me")));
    }

    @Test
    void readsPerson() {
        answers(recorded("person"));

        StepVerifier.create(webex.person("Y2lzbGVl")).assertNext(person -> {
            assertThat(person.email()).isEqualTo("dr.lee@example.org");
            assertThat(person.timezone()).isEqualTo(ZoneId.of("America/New_York"));
            assertThat(person.type()).isEqualTo(Person.Type.PERSON);
        }).verifyComplete();
        verify(getRequestedFor(urlEqualTo("/v1/people/Y2lzbGVl")));
    }

    @Test
    void toleratesUnknownTypeAndZone() {
        answers(okJson("{\"id\":\"1\",\"type\":\"hologram\",\"timezone\":\"Mars/Olympus\",\"emails\":null}"));

        StepVerifier.create(webex.me())
                .expectNext(new Person("1", List.of(), "", "", Person.Type.OTHER, null)).verifyComplete();
    }

    @Test
    void escapesIds() {
        answers(recorded("person"));

        StepVerifier.create(webex.person("../me?x=1")).expectNextCount(1).verifyComplete();
        verify(getRequestedFor(urlEqualTo("/v1/people/..%2Fme%3Fx=1")));
    }

    @Test
    void readsMessage() {
        answers(recorded("message"));

        StepVerifier.create(webex.message("Y2lzbXNn")).assertNext(message -> {
            assertThat(message.parentId()).isEqualTo("Y2lzcm9vdA");
            assertThat(message.direct()).isFalse();
            assertThat(message.text()).isEqualTo("Visit new patient-42");
            assertThat(message.html()).contains("spark-mention");
            assertThat(message.mentionedPeople()).containsExactly("Y2lzYm90");
            assertThat(message.created()).isEqualTo(Instant.parse("2026-01-05T10:02:11.512Z"));
            assertThat(message.updated()).isEqualTo(Instant.parse("2026-01-05T10:03:11.512Z"));
            assertThat(message.toString()).doesNotContain("patient");
        }).verifyComplete();
        verify(getRequestedFor(urlEqualTo("/v1/messages/Y2lzbXNn")));
    }

    @Test
    void readsMessageWithoutWhatIsOptional() {
        answers(recorded("message-bare"));

        StepVerifier.create(webex.message("Y2lzbXNn")).expectNext(new Message("Y2lzbXNn", null, "Y2lzcm9vbQ",
                RoomType.DIRECT, "", null, "Y2lzbGVl", "", List.of(), null, null)).verifyComplete();
    }

    @Test
    void saysUnreadableWhereIdIsMissing() {
        answers(okJson("{}"));

        StepVerifier.create(webex.message("Y2lzbXNn"))
                .verifyErrorMatches(ApiException.is(ApiException.Kind.UNREADABLE));
    }

    @Test
    void postsCardIntoThread() {
        answers(recorded("message"));
        NewMessage message = NewMessage.toRoom("Y2lzcm9vbQ", "**New visit**").inThread("Y2lzcm9vdA")
                .withCard("{\"type\":\"AdaptiveCard\",\"version\":\"1.3\"}");

        StepVerifier.create(webex.post(message)).expectNextCount(1).verifyComplete();
        verify(postRequestedFor(urlEqualTo("/v1/messages")).withRequestBody(equalToJson("""
                {"roomId":"Y2lzcm9vbQ","parentId":"Y2lzcm9vdA","markdown":"**New visit**","attachments":[
                {"contentType":"application/vnd.microsoft.card.adaptive",
                "content":{"type":"AdaptiveCard","version":"1.3"}}]}""")));
    }

    @Test
    void postsToPersonWithNothingElse() {
        answers(recorded("message"));
        NewMessage message = NewMessage.toPerson("Y2lzbGVl", "Hello");

        StepVerifier.create(webex.post(message)).expectNextCount(1).verifyComplete();
        verify(postRequestedFor(urlEqualTo("/v1/messages"))
                .withRequestBody(equalToJson("{\"toPersonId\":\"Y2lzbGVl\",\"markdown\":\"Hello\"}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void postsWithoutThreadWhereThreadIsRefused(int status) {
        service.stubFor(post(anyUrl()).withRequestBody(matchingJsonPath("$.parentId")).willReturn(status(status)));
        service.stubFor(post(anyUrl()).withRequestBody(matchingJsonPath("$.parentId", absent()))
                .willReturn(recorded("message")));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello").inThread("Y2lzcm9vdA")))
                .expectNextCount(1).verifyComplete();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void postsFileAsPartOfAForm() {
        answers(recorded("message"));
        NewMessage message = NewMessage.toRoom("Y2lzcm9vbQ", "**2 entries**").inThread("Y2lzcm9vdA");

        StepVerifier.create(webex.post(message, new NewFile("audit.csv", "text/csv", "é,1\r\n"))).expectNextCount(1)
                .verifyComplete();
        verify(postRequestedFor(urlEqualTo("/v1/messages"))
                .withHeader("Content-Type", containing("multipart/form-data"))
                .withRequestBodyPart(part("roomId", "Y2lzcm9vbQ")).withRequestBodyPart(part("parentId", "Y2lzcm9vdA"))
                .withRequestBodyPart(part("markdown", "**2 entries**"))
                .withRequestBodyPart(aMultipart("files").withFileName("audit.csv")
                        .withHeader("Content-Type", equalTo("text/csv")).withBody(equalTo("é,1\r\n")).build()));
    }

    private static MultipartValuePattern part(String name, String value) {
        return aMultipart(name).withBody(equalTo(value)).build();
    }

    @Test
    void postsFileWithoutThreadWhereThreadIsRefused() {
        service.stubFor(post(anyUrl()).atPriority(9).willReturn(recorded("message")));
        service.stubFor(post(anyUrl()).withMultipartRequestBody(aMultipart("parentId")).willReturn(status(404)));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello").inThread("Y2lzcm9vdA"),
                new NewFile("audit.csv", "text/csv", "x"))).expectNextCount(1).verifyComplete();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void neverPostsFileTwiceWhereTheFirstMayHaveBeenTaken() {
        answers(status(502));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello"), new NewFile("a.csv", "text/csv", "x")))
                .expectError(ApiException.class).verify();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void postsWordsIntoThreadWhereCardIsRefused() {
        refuses(400, "$.attachments");

        StepVerifier.create(webex.post(cardInThread())).expectNextCount(1).verifyComplete();
        assertThat(posted()).containsExactly("card in thread", "card", "words in thread");
    }

    @Test
    void postsWordsWithoutThreadWhereCardAndThreadAreRefused() {
        refuses(400, "$.attachments");
        refuses(404, "$.parentId");

        StepVerifier.create(webex.post(cardInThread())).expectNextCount(1).verifyComplete();
        assertThat(posted()).containsExactly("card in thread", "card", "words in thread", "words");
    }

    @Test
    void keepsCardWhereOnlyThreadIsRefused() {
        refuses(400, "$.parentId");

        StepVerifier.create(webex.post(cardInThread())).expectNextCount(1).verifyComplete();
        assertThat(posted()).containsExactly("card in thread", "card");
    }

    @Test
    void postsWordsWhereCardWithoutThreadIsRefused() {
        refuses(400, "$.attachments");

        StepVerifier.create(webex.post(cardInThread().inThread(null))).expectNextCount(1).verifyComplete();
        assertThat(posted()).containsExactly("card", "words");
        service.verify(1, postRequestedFor(urlEqualTo("/v1/messages")).withRequestBody(equalToJson(
                "{\"roomId\":\"Y2lzcm9vbQ\",\"markdown\":\"**New visit**\"}")));
    }

    @Test
    void givesUpAfterFourRefusals() {
        answers(status(400));

        StepVerifier.create(webex.post(cardInThread())).verifyErrorMatches(ApiException.is(ApiException.Kind.REFUSED));
        assertThat(posted()).containsExactly("card in thread", "card", "words in thread", "words");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void cardIsPostedOnceWhereItIsNotTheCardThatIsRefused(int status) {
        answers(status(status));

        StepVerifier.create(webex.post(cardInThread().inThread(null))).verifyErrorMatches(ApiException.status(status));
        assertThat(posted()).containsExactly("card");
    }

    @Test
    void cardWithoutWordsIsNotReplacedByNothing() {
        answers(status(400));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "").withCard("{}")))
                .verifyErrorMatches(ApiException.status(400));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void refusedPostWithoutThreadIsNotRepeated() {
        answers(status(400));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello")))
                .verifyErrorMatches(ApiException.is(ApiException.Kind.REFUSED));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void postThatMayHaveArrivedIsNotRepeated() {
        answers(status(502));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello").inThread("Y2lzcm9vdA")))
                .verifyErrorMatches(ApiException.is(ApiException.Kind.UNAVAILABLE));
        assertThat(asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "text/html;charset=UTF-8", "application/octet-stream"})
    void readsJsonOfWhateverType(String type) {
        ResponseDefinitionBuilder answer = status(200).withBody("{\"id\":\"1\",\"displayName\":\"Zoë\"}");
        answers(type.isEmpty() ? answer : answer.withHeader("Content-Type", type));

        StepVerifier.create(webex.person("1")).assertNext(person -> assertThat(person.displayName()).isEqualTo("Zoë"))
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sign in</html>", "{\"id\":", "[]", "{\"id\":null}"})
    void saysUnreadableWhereAnswerIsNotAPerson(String body) {
        answers(status(200).withHeader("Content-Type", "text/html").withBody(body));

        StepVerifier.create(webex.person("1")).verifyErrorMatches(ApiException.is(ApiException.Kind.UNREADABLE));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void saysUnreadableWhereTypeIsNonsense() {
        answers(recorded("person").withHeader("Content-Type", "nonsense"));

        StepVerifier.create(webex.person("1")).verifyErrorMatches(ApiException.is(ApiException.Kind.UNREADABLE));
        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello")).map(Message::id)).expectNext("")
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", ""})
    void readsIdOfWhatWasPosted(String type) {
        ResponseDefinitionBuilder answer = status(201).withBody("{\"id\":\"Y2lzbXNn\"}");
        answers(type.isEmpty() ? answer : answer.withHeader("Content-Type", type));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello")).map(Message::id))
                .expectNext("Y2lzbXNn").verifyComplete();
        assertThat(asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>OK</html>", "{\"id\":", "{}", "{\"id\":\" \"}", "[]"})
    void postedMessageStandsWhereAnswerIsUnreadable(String body) {
        answers(status(200).withBody(body));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello").inThread("Y2lzcm9vdA"))
                .map(Message::id)).expectNext("").verifyComplete();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void postedMessageStandsWhereAnswerIsCut() {
        answers(recorded("message").withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        StepVerifier.create(webex.post(NewMessage.toRoom("Y2lzcm9vbQ", "Hello")).map(Message::id)).expectNext("")
                .verifyComplete();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void editedMessageStandsWhereAnswerIsUnreadable() {
        answers(status(200));

        StepVerifier.create(webex.edit("Y2lzbXNn", "Y2lzcm9vbQ", "Hello").map(Message::id)).expectNext("Y2lzbXNn")
                .verifyComplete();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void asksNothingOfWebexAboutMessageWithoutId() {
        StepVerifier.create(webex.edit("", "Y2lzcm9vbQ", "Hello"))
                .verifyErrorMatches(ApiException.is(ApiException.Kind.GONE));
        StepVerifier.create(webex.delete("")).verifyComplete();
        assertThat(asked()).isZero();
    }

    @Test
    void editsAndCutsWhatIsTooLong() {
        answers(recorded("message"));

        StepVerifier.create(webex.edit("Y2lzbXNn", "Y2lzcm9vbQ", "é".repeat(4_000))).expectNextCount(1)
                .verifyComplete();
        verify(putRequestedFor(urlEqualTo("/v1/messages/Y2lzbXNn")).withRequestBody(equalToJson(
                "{\"roomId\":\"Y2lzcm9vbQ\",\"markdown\":\"" + "é".repeat(3_718) + "…\"}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404})
    void deletesMessageOnceAndForAll(int status) {
        answers(status(status).withBody(status == 200 ? "OK" : ""));

        StepVerifier.create(webex.delete("Y2lzbXNn")).verifyComplete();
        verify(deleteRequestedFor(urlEqualTo("/v1/messages/Y2lzbXNn")));
    }

    @Test
    void saysWhereDeletingIsRefused() {
        answers(status(403));

        StepVerifier.create(webex.delete("Y2lzbXNn")).verifyErrorMatches(ApiException.is(ApiException.Kind.REFUSED));
    }

    @Test
    void readsInputsOfCardAsText() {
        answers(recorded("attachment-action"));

        StepVerifier.create(webex.attachmentAction("Y2lzYWN0")).expectNext(new AttachmentAction("Y2lzYWN0",
                "Y2lzY2FyZA", "Y2lzcm9vbQ", "Y2lzbGVl", Map.of("action", "visit.start", "label", "patient-42", "send",
                        "true", "duration", "60", "people", "", "more", "{\"a\":\"b\"}")))
                .verifyComplete();
        verify(getRequestedFor(urlEqualTo("/v1/attachment/actions/Y2lzYWN0")));
    }

    @Test
    void readsRoom() {
        answers(recorded("room"));

        StepVerifier.create(webex.room("Y2lzcm9vbQ")).expectNext(new Room("Y2lzcm9vbQ", "Ward 3", RoomType.GROUP))
                .verifyComplete();
        verify(getRequestedFor(urlEqualTo("/v1/rooms/Y2lzcm9vbQ")));
    }

    @Test
    void readsMeetingInfoWithAnotherToken() {
        answers(recorded("meeting-info"));

        StepVerifier.create(webex.meetingInfo("Y2lzcm9vbQ", SPACE_TOKEN)).expectNext(new MeetingInfo("Y2lzcm9vbQ",
                "27711112222@example.webex.com", "27711112222", "https://example.webex.com/m/5f6b0c1e"))
                .verifyComplete();
        service.verify(1, getRequestedFor(urlEqualTo("/v1/rooms/Y2lzcm9vbQ/meetingInfo")).withHeader("Authorization",
                equalTo("Bearer space-token")));
    }

    @Test
    void readsMeetingInfoThatLacksSipAddress() {
        answers(okJson("{\"roomId\":\"Y2lzcm9vbQ\",\"sipAddress\":\"\"}"));

        StepVerifier.create(webex.meetingInfo("Y2lzcm9vbQ"))
                .expectNext(new MeetingInfo("Y2lzcm9vbQ", null, null, null)).verifyComplete();
        verify(getRequestedFor(urlEqualTo("/v1/rooms/Y2lzcm9vbQ/meetingInfo")));
    }

    @Test
    void addsMemberWithAnotherToken() {
        answers(recorded("membership"));

        StepVerifier.create(webex.addMember("Y2lzcm9vbQ", "nurse.ortiz@example.org", SPACE_TOKEN))
                .expectNext(new Joining.Added("Y2lzbWVt")).verifyComplete();
        service.verify(1, postRequestedFor(urlEqualTo("/v1/memberships"))
                .withHeader("Authorization", equalTo("Bearer space-token")).withRequestBody(equalToJson(
                        "{\"roomId\":\"Y2lzcm9vbQ\",\"personEmail\":\"nurse.ortiz@example.org\"}")));
    }

    @Test
    void tellsWhoIsInAlready() {
        answers(status(409).withBody(text("conflict")));

        StepVerifier.create(webex.addMember("Y2lzcm9vbQ", "nurse.ortiz@example.org"))
                .expectNext(new Joining.AlreadyIn()).verifyComplete();
        verify(postRequestedFor(urlEqualTo("/v1/memberships")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void tellsWhoIsRefused(int status) {
        answers(status(status).withBody(text("forbidden")));

        StepVerifier.create(webex.addMember("Y2lzcm9vbQ", "vendor@elsewhere.example"))
                .expectNext(new Joining.Refused(status, "The space does not take people from outside."))
                .verifyComplete();
    }

    @Test
    void failsWhereAddingFails() {
        answers(status(500));

        StepVerifier.create(webex.addMember("Y2lzcm9vbQ", "vendor@elsewhere.example"))
                .verifyErrorMatches(ApiException.is(ApiException.Kind.UNAVAILABLE));
    }

    @Test
    void listsReadableWebhooksPageAfterPageAtItsOwnAddress() {
        service.stubFor(get(urlEqualTo("/v1/webhooks?max=100")).willReturn(recorded("webhooks-page-one").withHeader(
                "Link", "<https://elsewhere.example/v1/webhooks?max=100&cursor=bG9u%3D>; rel=\"next\"")));
        service.stubFor(get(urlEqualTo("/v1/webhooks?max=100&cursor=bG9u%3D")).willReturn(okJson("{\"items\":[]}")
                .withHeader("Link", "<" + service.baseUrl() + "/v1/webhooks?max=100>; rel=\"first\", <"
                        + service.baseUrl() + "/v1/webhooks?cursor=3>; rel=\"next\"")));
        service.stubFor(get(urlEqualTo("/v1/webhooks?cursor=3")).willReturn(recorded("webhooks-page-three")));

        StepVerifier.create(webex.webhooks().collectList()).assertNext(hooks -> {
            assertThat(hooks).extracting(Webhook::id).containsExactly("1", "2", "3");
            assertThat(hooks).extracting(Webhook::active).containsExactly(false, true, true);
            assertThat(hooks).extracting(Webhook::filter).containsExactly(null, "type=group", null);
            assertThat(hooks).extracting(Webhook::secret).containsExactly(null, null, new Secret("s3cr3t-hook"));
        }).verifyComplete();
        service.verify(3, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer bot-token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\":null}", "{\"items\":[]}"})
    void listsNoWebhooksWhereAnswerHasNone(String body) {
        answers(status(200).withBody(body));

        StepVerifier.create(webex.webhooks()).verifyComplete();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void registersWebhook() {
        answers(recorded("webhook"));

        StepVerifier.create(webex.createWebhook(hook())).assertNext(made -> {
            assertThat(made.id()).isEqualTo("Y2lzaG9vaw");
            assertThat(made.toString()).doesNotContain("s3cr3t-hook");
        }).verifyComplete();
        verify(postRequestedFor(urlEqualTo("/v1/webhooks")).withRequestBody(equalToJson("""
                {"name":"visitbot-messages","targetUrl":"https://visit.example.org/webhooks/webex",
                "resource":"messages","event":"created","secret":"s3cr3t-hook"}""")));
    }

    @Test
    void updatesWebhookAndMakesItActive() {
        answers(recorded("webhook"));

        StepVerifier.create(webex.updateWebhook("Y2lzaG9vaw", hook())).expectNextCount(1).verifyComplete();
        verify(putRequestedFor(urlEqualTo("/v1/webhooks/Y2lzaG9vaw")).withRequestBody(equalToJson("""
                {"name":"visitbot-messages","targetUrl":"https://visit.example.org/webhooks/webex",
                "secret":"s3cr3t-hook","status":"active"}""")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404})
    void deletesWebhookOnceAndForAll(int status) {
        answers(status(status).withBody(status == 200 ? "{}" : ""));

        StepVerifier.create(webex.deleteWebhook("Y2lzaG9vaw")).verifyComplete();
        verify(deleteRequestedFor(urlEqualTo("/v1/webhooks/Y2lzaG9vaw")));
    }

    @Test
    void reportsRefusedToken() {
        answers(status(401).withHeader("trackingId", "ROUTERGW_5f6b"));

        StepVerifier.create(webex.me()).verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(ApiException.class)
                .hasMessage("webex MISCONFIGURED status 401 tracking ROUTERGW_5f6b"));
    }

    private static WebexApi client(String host) {
        ApiClient client = new ApiClient("webex", ApiTimeouts.INTERACTIVE,
                RetryPolicy.interactive(Schedulers.parallel(), new java.util.Random(1)), OpenGates.one("webex"),
                new SimpleMeterRegistry());
        return new WebexClient(client, OpenGates.one("webex"), new WebexSettings(
                new Token("WEBEX_BOT_TOKEN", new Secret("bot-token")), null, URI.create(host + "/v1")));
    }

    private static NewWebhook hook() {
        return new NewWebhook("visitbot-messages", "https://visit.example.org/webhooks/webex", "messages", "created",
                new Secret("s3cr3t-hook"));
    }

    private void answers(ResponseDefinitionBuilder answer) {
        service.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** Refuses posts that hold it; the rest of the posts are taken unless they are refused too. */
    private void refuses(int status, String path) {
        service.stubFor(post(anyUrl()).atPriority(9).willReturn(recorded("message")));
        service.stubFor(post(anyUrl()).withRequestBody(matchingJsonPath(path)).willReturn(status(status)));
    }

    private List<String> posted() {
        return service.getAllServeEvents().reversed().stream().map(event -> event.getRequest().getBodyAsString())
                .map(body -> (body.contains("attachments") ? "card" : "words")
                        + (body.contains("parentId") ? " in thread" : ""))
                .toList();
    }

    private static NewMessage cardInThread() {
        return NewMessage.toRoom("Y2lzcm9vbQ", "**New visit**").inThread("Y2lzcm9vdA")
                .withCard("{\"type\":\"AdaptiveCard\",\"version\":\"1.3\"}");
    }

    private void verify(RequestPatternBuilder request) {
        service.verify(1, request.withHeader("Authorization", equalTo("Bearer bot-token")));
        assertThat(asked()).isEqualTo(1);
    }

    private int asked() {
        return service.findAll(anyRequestedFor(anyUrl())).size();
    }

    private static ResponseDefinitionBuilder recorded(String name) {
        return okJson(text(name));
    }

    private static String text(String name) {
        try (InputStream file = WebexClientTests.class.getResourceAsStream(name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
