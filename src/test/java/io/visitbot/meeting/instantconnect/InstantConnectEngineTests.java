package io.visitbot.meeting.instantconnect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.visitbot.meeting.instantconnect.Link.Links;
import io.visitbot.platform.ApiClient;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.ApiTimeouts;
import io.visitbot.platform.Check;
import io.visitbot.platform.Ids;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.RetryPolicy;
import io.visitbot.platform.Settings;
import io.visitbot.visit.Admission;
import io.visitbot.visit.Admission.Outcome;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.MeetingEngine.Opened;
import io.visitbot.visit.MeetingEngine.Order;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

class InstantConnectEngineTests {

    private static final String HOST = Ciphers.of("host");
    private static final String GUEST = Ciphers.of("guest");
    private static final String SPACE = "Y2lzY29zcGFyazovL3VzL1JPT00vYQ";
    private static final Instant NOW = Instant.parse("2026-09-21T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(3600);
    private static final String ENCRYPT = "/api/v2/joseencrypt";
    private static final String INFO = "/v1/rooms/" + SPACE + "/meetingInfo";
    private static final String LEE = "dr.lee@example.org";

    @RegisterExtension
    static final WireMockExtension server = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort())
            .build();

    private long ticks;

    @BeforeEach
    void answerAsUsual() {
        server.stubFor(post(ENCRYPT).willReturn(okJson("""
                {"host":[{"cipher":"%s","short":"Qm4tZ1x"}],"guest":[{"cipher":"%s","short":"b7RkW0c"}],
                 "baseUrl":"https://instant.webex.com/visit/"}""".formatted(HOST, GUEST))));
        server.stubFor(get(urlPathEqualTo("/api/v1/space")).willReturn(okJson("""
                {"userIdentifier":"Host","token":"space-token","spaceId":"%s","visitId":"x"}""".formatted(SPACE))));
        server.stubFor(get(INFO).willReturn(okJson("""
                {"sipAddress":"27711112222@example.webex.com","meetingNumber":"27711112222"}""")));
        server.stubFor(post("/v1/memberships").willReturn(okJson("{\"id\":\"m\"}")));
    }

    @Test
    void opensRoomWithLinksSpaceAndAddress() {
        Opened opened = made(engine(Map.of()).open(people(LEE)));

        assertThat(opened.meeting()).isEqualTo(new Meeting("https://instant.webex.com/visit/Qm4tZ1x",
                "https://instant.webex.com/hc/v1/login?&fli=true&int=jose&data=" + HOST,
                "https://instant.webex.com/visit/b7RkW0c", SPACE, "27711112222@example.webex.com", "27711112222"));
        assertThat(opened.admissions()).containsExactly(new Admission(LEE, Outcome.ADDED, null));
    }

    @Test
    void asksForLinksAsTheProtocolSays() {
        made(engine(Map.of()).open(order()));

        server.verify(1, postRequestedFor(urlEqualTo(ENCRYPT)).withHeader("Authorization", equalTo("Bearer bot-token"))
                .withHeader("Content-Type", equalTo("application/json")).withRequestBody(equalToJson("""
                        {"aud":"a4d886b0-979f-4e2c-a958-3e8c14605e51",
                         "jwt":{"sub":"room-a","nbf":%d,"exp":%d},"numHost":1,"numGuest":1,
                         "provideShortUrls":true,"verticalType":"hc","loginUrlForHost":true}
                        """.formatted(NOW.getEpochSecond() - 60, UNTIL.getEpochSecond()))));
        server.verify(1, getRequestedFor(urlEqualTo("/api/v1/space?int=jose&data=" + HOST))
                .withHeader("Authorization", equalTo("Bearer bot-token")));
        server.verify(1, getRequestedFor(urlEqualTo(INFO)).withHeader("Authorization", equalTo("Bearer space-token")));
    }

    @Test
    void putsDevicesIntoTheClaims() {
        made(engine(Map.of()).open(order("room@example.org", "bed@example.org")));

        server.verify(postRequestedFor(urlEqualTo(ENCRYPT)).withRequestBody(matchingJsonPath("$.jwt.flow",
                equalToJson("""
                        {"id":"sip-no-knock","data":[{"uri":"room@example.org"},{"uri":"bed@example.org"}]}"""))));
    }

    @Test
    void usesItsOwnTokenAudienceAndSubjectWhereSet() {
        made(engine(Map.of("IC_ACCESS_TOKEN", "other", "IC_AUDIENCE", "aud", "IC_BASE_SUBJECT", "Clinic 1/a"))
                .open(order()));

        server.verify(postRequestedFor(urlEqualTo(ENCRYPT)).withHeader("Authorization", equalTo("Bearer other"))
                .withRequestBody(matchingJsonPath("$.aud", equalTo("aud")))
                .withRequestBody(matchingJsonPath("$.jwt.sub", equalTo("Clinic-1-a-room-a"))));
    }

    @Test
    void joinsShortNamesWithOrWithoutSlash() {
        encryptAnswers("""
                {"host":[{"cipher":"%s","short":"h"}],"guest":[{"cipher":"%s","short":"g"}],
                 "baseUrl":"https://instant.example.org/visit"}""");

        assertThat(made(engine(Map.of()).open(order())).meeting().guestLink())
                .isEqualTo("https://instant.example.org/visit/g");
    }

    @Test
    void buildsLongLinksWhereThereAreNoShortOnes() {
        encryptAnswers("{\"host\":[\"%s\"],\"guest\":[{\"cipher\":\"%s\"}]}");

        Meeting meeting = made(
                engine(Map.of("IC_CLIENT_BASEURL", "https://c.example.org/?data=")).open(order()))
                .meeting();

        assertThat(meeting.hostLink()).isEqualTo("https://instant.webex.com/hc/v1/login?int=jose&v=1&data=" + HOST);
        assertThat(meeting.guestLink()).isEqualTo("https://c.example.org/?data=" + GUEST);
    }

    @Test
    void speaksTheFirstVersionWhereConfigured() {
        server.stubFor(post("/api/v1/joseencrypt").willReturn(status(201).withBody(
                "{\"host\":[\"%s\"],\"guest\":[\"%s\"]}".formatted(HOST, GUEST))));

        Meeting meeting = made(engine(Map.of("IC_API_URL", server.baseUrl() + "/api/v1/joseencrypt"))
                .open(order())).meeting();

        server.verify(postRequestedFor(urlEqualTo("/api/v1/joseencrypt")).withRequestBody(equalToJson("""
                {"aud":"a4d886b0-979f-4e2c-a958-3e8c14605e51","jwt":{"sub":"room-a","nbf":%d,"exp":%d}}
                """.formatted(NOW.getEpochSecond() - 60, UNTIL.getEpochSecond()))));
        assertThat(meeting.guestLink()).isEqualTo("https://instant.webex.com/hc/v1/talk?int=jose&v=1&data=" + GUEST);
    }

    @Test
    void makesMoreLinksThanOneCallGives() {
        server.stubFor(post(ENCRYPT).withRequestBody(matchingJsonPath("$.numHost", equalTo("25")))
                .willReturn(okJson(answer(25, 0))));
        server.stubFor(post(ENCRYPT).withRequestBody(matchingJsonPath("$.numHost", equalTo("5")))
                .willReturn(okJson(answer(5, 20))));
        server.stubFor(post(ENCRYPT).withRequestBody(matchingJsonPath("$.numHost", equalTo("0")))
                .willReturn(okJson(answer(0, 10))));

        Links links = made(engine(Map.of()).links(order(), 30, 30));

        assertThat(links.hosts()).hasSize(30);
        assertThat(links.guests()).hasSize(30);
        server.verify(3, postRequestedFor(urlEqualTo(ENCRYPT))
                .withRequestBody(matchingJsonPath("$.jwt.sub", equalTo("room-a"))));
    }

    @Test
    void refusesCipherThatIsNoJwe() {
        server.stubFor(post(ENCRYPT)
                .willReturn(okJson("{\"host\":[{\"cipher\":\"a.b.c.d.e\"}],\"guest\":[{\"cipher\":\"x\"}]}")));
        fails(engine(Map.of()).open(order()), ApiException.Kind.UNREADABLE);

        encryptAnswers("{\"host\":[\"%s\"],\"guest\":[]}");
        fails(engine(Map.of()).open(order()), ApiException.Kind.UNREADABLE);

        server.stubFor(post(ENCRYPT).willReturn(status(200).withBody("<html>")));
        fails(engine(Map.of()).open(order()), ApiException.Kind.UNREADABLE);

        server.stubFor(post(ENCRYPT).willReturn(status(200)));
        fails(engine(Map.of()).open(order()), ApiException.Kind.UNREADABLE);
    }

    @Test
    void asksOnceMoreAfterTroubleSinceTheSubjectIsTheRoom() {
        server.stubFor(post(ENCRYPT).willReturn(status(503)));

        fails(engine(Map.of()).open(order()), ApiException.Kind.UNAVAILABLE);

        server.verify(2, postRequestedFor(urlEqualTo(ENCRYPT)));
    }

    @Test
    void givesLinksWhereTheSpaceWontOpen() {
        for (ResponseDefinitionBuilder trouble : List.of(status(500), status(403), okJson("{}"), okJson("<"))) {
            server.stubFor(get(urlPathEqualTo("/api/v1/space")).willReturn(trouble));

            Opened opened = made(engine(Map.of()).open(people(LEE)));

            assertThat(opened.meeting().guestLink()).isNotEmpty();
            assertThat(opened.meeting().space()).isNull();
            assertThat(opened.meeting().sipAddress()).isNull();
            assertThat(opened.admissions()).extracting(Admission::outcome).containsExactly(Outcome.FAILED);
        }
    }

    @Test
    void toleratesParametersInTheSpaceAddress() {
        made(engine(Map.of("IC_SPACE_API_URL", server.baseUrl() + "/api/v1/space/?org=o&int=jose&data="))
                .open(order()));

        server.verify(getRequestedFor(urlEqualTo("/api/v1/space/?org=o&int=jose&data=" + HOST)));
    }

    @Test
    void climbsToTheBotsTokenForTheAddress() {
        server.stubFor(bySpace(get(INFO)).willReturn(okJson("{\"sipAddress\":\"\",\"meetingNumber\":\"7\"}")));
        server.stubFor(byBot(get(INFO)).willReturn(okJson("{\"sipAddress\":\"1@example.webex.com\"}")));

        Meeting meeting = made(engine(Map.of()).open(order())).meeting();

        assertThat(meeting.sipAddress()).isEqualTo("1@example.webex.com");
        assertThat(meeting.meetingNumber()).isEqualTo("7");
    }

    @Test
    void beginsMeetingWhereATokenForThatIsSet() {
        server.stubFor(get(INFO).willReturn(status(404)));
        server.stubFor(post("/v1/meetings").willReturn(okJson("{\"sipAddress\":\"2@example.webex.com\"}")));

        assertThat(made(engine(Map.of("WEBEX_MEETINGS_TOKEN", "service")).open(order())).meeting().sipAddress())
                .isEqualTo("2@example.webex.com");

        server.verify(1, postRequestedFor(urlEqualTo("/v1/meetings"))
                .withHeader("Authorization", equalTo("Bearer service")).withRequestBody(equalToJson("""
                        {"adhoc":true,"roomId":"%s","title":"Video visit","start":"2026-09-21T10:01:00Z",
                         "end":"2026-09-21T10:21:00Z"}""".formatted(SPACE))));
    }

    @Test
    void livesWithoutAddress() {
        server.stubFor(get(INFO).willReturn(status(410)));

        Opened opened = made(engine(Map.of()).open(people(LEE)));

        assertThat(opened.meeting().sipAddress()).isNull();
        assertThat(opened.meeting().space()).isEqualTo(SPACE);
        assertThat(opened.admissions()).allMatch(Admission::isIn);
        server.verify(0, postRequestedFor(urlEqualTo("/v1/meetings")));
    }

    @Test
    void saysOfEachColleagueWhatCameOfIt() {
        member("in@example.org", status(409));
        member("out@example.org", status(403));
        member("nobody@example.org", status(400));
        member("later@example.org", status(503));

        List<Admission> people = made(engine(Map.of()).open(people("in@example.org", "out@example.org", LEE,
                "nobody@example.org", "later@example.org"))).admissions();

        assertThat(people).extracting(Admission::email).containsExactly("in@example.org", "out@example.org", LEE,
                "nobody@example.org", "later@example.org");
        assertThat(people).extracting(Admission::outcome).containsExactly(Outcome.ALREADY, Outcome.REFUSED,
                Outcome.ADDED, Outcome.REFUSED, Outcome.FAILED);
        assertThat(people.get(1).reason()).contains("rules");
        server.verify(1, postRequestedFor(urlEqualTo("/v1/memberships"))
                .withHeader("Authorization", equalTo("Bearer space-token"))
                .withRequestBody(equalToJson("{\"roomId\":\"%s\",\"personEmail\":\"%s\"}".formatted(SPACE, LEE))));
    }

    @Test
    void addsByTheBotWhereTheSpacesTokenHasEnded() {
        server.stubFor(bySpace(post("/v1/memberships")).willReturn(status(401)));

        assertThat(made(engine(Map.of()).open(people(LEE))).admissions()).allMatch(Admission::isIn);
    }

    @Test
    void renewsLinksAloneAndKeepsTheRest() {
        Meeting before = new Meeting("a", "b", "c", SPACE, "3@example.webex.com", "3");

        Meeting after = made(engine(Map.of()).renew(order("room@example.org", "bed@example.org"), before));

        assertThat(after).isEqualTo(new Meeting("https://instant.webex.com/visit/Qm4tZ1x",
                "https://instant.webex.com/hc/v1/login?&fli=true&int=jose&data=" + HOST,
                "https://instant.webex.com/visit/b7RkW0c", SPACE, "3@example.webex.com", "3"));
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void addsLaterWithTheRememberedToken() {
        InstantConnectEngine engine = engine(Map.of());
        Meeting meeting = made(engine.open(order())).meeting();
        server.resetRequests();

        assertThat(made(engine.add(meeting, List.of(LEE)))).allMatch(Admission::isIn);

        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void addsMuchLaterByOpeningTheSpaceAgain() {
        InstantConnectEngine engine = engine(Map.of());
        Meeting meeting = made(engine.open(order())).meeting();
        server.resetRequests();
        ticks = Duration.ofMinutes(11).toNanos();

        assertThat(made(engine.add(meeting, List.of(LEE)))).allMatch(Admission::isIn);

        server.verify(1, getRequestedFor(urlEqualTo("/api/v1/space?int=jose&data=" + HOST)));
        server.verify(1, postRequestedFor(urlEqualTo("/v1/memberships"))
                .withHeader("Authorization", equalTo("Bearer space-token")));
    }

    @Test
    void addsByTheBotWhereTheSpaceWontOpenAgain() {
        server.stubFor(get(urlPathEqualTo("/api/v1/space")).willReturn(status(500)));

        assertThat(made(engine(Map.of()).add(new Meeting("a", "b", "c", SPACE, null, null), List.of(LEE))))
                .allMatch(Admission::isIn);

        server.verify(1, postRequestedFor(urlEqualTo("/v1/memberships"))
                .withHeader("Authorization", equalTo("Bearer bot-token")));
    }

    @Test
    void checksByMakingLinksForAMinute() {
        assertThat(result(check()).state()).isEqualTo(Check.State.OK);

        server.verify(postRequestedFor(urlEqualTo(ENCRYPT)).withRequestBody(
                matchingJsonPath("$.jwt.exp", equalTo(Long.toString(NOW.getEpochSecond() + 60)))));
    }

    @Test
    void namesTheCure() {
        server.stubFor(post(ENCRYPT).willReturn(status(401)));
        assertThat(result(check()).cure()).contains("IC_ACCESS_TOKEN");
        server.stubFor(post(ENCRYPT).willReturn(status(403)));
        assertThat(result(check()).cure()).contains("https://instant.webex.com/integrate", "Control Hub");
        server.stubFor(post(ENCRYPT).willReturn(status(500)));
        assertThat(result(check()).cure()).contains("IC_API_URL");
    }

    private InstantConnectCheck check() {
        return new InstantConnectCheck(encryption(settings(Map.of())), OpenGates.one("instant-connect"),
                new Ids(new java.util.Random(1)), clock());
    }

    private static Check.Result result(Check check) {
        return made(check.run());
    }

    private InstantConnectEngine engine(Map<String, String> more) {
        InstantConnectSettings settings = settings(more);
        SpaceCalls calls = new WebexSpaceCalls(_ -> client("webex"), settings.webex(), clock());
        Spaces spaces = new Spaces(client("instant-connect"), settings, ticker());
        return new InstantConnectEngine(settings, encryption(settings), spaces, calls, Schedulers.parallel());
    }

    private Encryption encryption(InstantConnectSettings settings) {
        return new Encryption(client("instant-connect"), settings, clock());
    }

    private Ticker ticker() {
        return () -> ticks;
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static ApiClient client(String api) {
        RetryPolicy twice = new RetryPolicy(2, Duration.ofMillis(2), Duration.ZERO.plusMillis(50),
                Schedulers.parallel(), new java.util.Random(1));
        return new ApiClient(api, ApiTimeouts.INTERACTIVE, twice, OpenGates.one(api), new SimpleMeterRegistry());
    }

    private static InstantConnectSettings settings(Map<String, String> more) {
        Map<String, String> usual = Map.of("WEBEX_BOT_TOKEN", "bot-token", "WEBEX_API_URL",
                URI.create(server.baseUrl()) + "/", "IC_API_URL", server.baseUrl() + ENCRYPT, "IC_SPACE_API_URL",
                server.baseUrl() + "/api/v1/space");
        return InstantConnectSettings.read(new Settings(name -> more.getOrDefault(name, usual.get(name))));
    }

    private static Order order(String... devices) {
        return new Order("room-a", UNTIL, List.of(devices), List.of());
    }

    private static Order people(String... emails) {
        return new Order("room-a", UNTIL, List.of(), List.of(emails));
    }

    private static void encryptAnswers(String answer) {
        server.stubFor(post(ENCRYPT).willReturn(okJson(answer.formatted(HOST, GUEST))));
    }

    private static String answer(int hosts, int guests) {
        return "{\"host\":[%s],\"guest\":[%s]}".formatted(links(hosts, HOST), links(guests, GUEST));
    }

    private static String links(int count, String cipher) {
        return IntStream.range(0, count).mapToObj(i -> "{\"cipher\":\"" + cipher + "\",\"short\":\"s" + i + "\"}")
                .collect(Collectors.joining(","));
    }

    private static void member(String email, ResponseDefinitionBuilder answer) {
        server.stubFor(post("/v1/memberships").withRequestBody(matchingJsonPath("$.personEmail", equalTo(email)))
                .willReturn(answer));
    }

    private static MappingBuilder bySpace(MappingBuilder request) {
        return request.withHeader("Authorization", equalTo("Bearer space-token"));
    }

    private static MappingBuilder byBot(MappingBuilder request) {
        return request.withHeader("Authorization", equalTo("Bearer bot-token"));
    }

    private static void fails(Mono<?> call, ApiException.Kind kind) {
        StepVerifier.create(call).expectErrorMatches(ApiException.is(kind)).verify(Duration.ofSeconds(20));
    }

    private static <T> T made(Mono<T> call) {
        return java.util.Objects.requireNonNull(call.block(Duration.ofSeconds(20)));
    }
}
