package io.visitbot.sandbox.instantconnect;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.nimbusds.jose.JWEObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.SandboxServer;
import io.visitbot.sandbox.SandboxServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class InstantConnectTests {

    private static final String AUD = "a4d886b0-979f-4e2c-a958-3e8c14605e51";
    private static final String V2 = "/api/v2/joseencrypt";

    @BeforeEach
    void reset() throws Exception {
        SandboxServer.reset();
    }

    private static Map<String, Object> wanted(Map<String, ?> jwt, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("aud", AUD, "jwt", jwt));
        body.putAll(more);
        return body;
    }

    private static Reply links(Map<String, ?> jwt, Map<String, ?> more) throws Exception {
        return SandboxServer.call("POST", V2, SandboxServer.BOT, wanted(jwt, more));
    }

    private static String cipher(Reply links, String role) {
        return links.json().path(role).path(0).path("cipher").asString();
    }

    private static Reply space(String cipher) throws Exception {
        return SandboxServer.call("GET", "/api/v1/space?int=jose&data=" + cipher, null, null);
    }

    @Test
    void sealsLikeTheRealOne() throws Exception {
        JWEObject sealed = JWEObject.parse(cipher(links(Map.of("sub", "vv-1"), Map.of()), "host"));
        assertThat(sealed.getHeader().getAlgorithm().getName()).isEqualTo("PBES2-HS512+A256KW");
        assertThat(sealed.getHeader().getEncryptionMethod().getName()).isEqualTo("A256GCM");
        assertThat(sealed.getHeader().toJSONObject()).containsOnlyKeys("p2s", "p2c", "aud", "iss", "cty", "enc", "alg");
    }

    @Test
    void opensWhatItSealed() {
        Ciphers ciphers = new Ciphers(new Random(1));
        Ticket ticket = new Ticket("id", "vv-1", true, "creator", 1, 2, List.of("room3@example.org"));
        LinkRequest.Sealing sealing = new LinkRequest.Sealing("PBES2-HS256+A128KW", "A128GCM", "HS256", 8, 1000);
        assertThat(ciphers.open(ciphers.seal(ticket, sealing))).isEqualTo(ticket);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(Map<String, Object> body) throws Exception {
        Reply reply = SandboxServer.call("POST", V2, SandboxServer.BOT, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("message")).isNotEmpty();
        assertThat(reply.text("trackingId")).isNotEmpty();
    }

    static Stream<Arguments> refused() {
        Map<String, String> sub = Map.of("sub", "vv-1");
        return Stream.of(Map.<String, Object>of("jwt", sub), Map.<String, Object>of("aud", "other", "jwt", sub),
                wanted(Map.of(), Map.of()), wanted(Map.of("sub", " "), Map.of()),
                wanted(Map.of("sub", "x", "exp", "soon"), Map.of()),
                wanted(Map.of("sub", "x", "exp", 1790000800000L), Map.of()), wanted(sub, Map.of("numHost", 26)),
                wanted(sub, Map.of("numHost", 13, "numGuest", 13)), wanted(sub, Map.of("numHost", 0, "numGuest", 0)),
                wanted(sub, Map.of("numGuest", -1)), wanted(sub, Map.of("verticalType", "zoo")),
                wanted(sub, Map.of("iterations", 999)), wanted(sub, Map.of("saltLength", 7)),
                wanted(sub, Map.of("enc", "none")),
                wanted(Map.of("sub", "x", "flow", Map.of("id", "knock")), Map.of())).map(Arguments::of);
    }

    @ParameterizedTest
    @ValueSource(strings = {V2, "/api/v1/joseencrypt"})
    void refusesWithoutKnownToken(String path) throws Exception {
        assertThat(SandboxServer.call("POST", path, null, Map.of()).status()).isEqualTo(401);
        assertThat(SandboxServer.call("POST", path, "real", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void givesAsManyLinksAsAsked() throws Exception {
        Reply links = links(Map.of("sub", "vv-1"), Map.of("numHost", 2, "numGuest", 3));
        assertThat(links.json().path("host").size()).isEqualTo(2);
        assertThat(links.json().path("guest").size()).isEqualTo(3);
    }

    @Test
    void givesShortLinksOnlyForRealTrue() throws Exception {
        Reply links = links(Map.of("sub", "vv-1"), Map.of("provideShortUrls", true));
        assertThat(links.text("baseUrl")).isEqualTo(SandboxServer.home() + "/visit/");
        assertThat(links.json().path("guest").path(0).path("short").asString()).matches("[A-Za-z0-9]{7}");
        assertThat(links(Map.of("sub", "vv-1"), Map.of("provideShortUrls", "true")).json().has("baseUrl")).isFalse();
    }

    @Test
    void answersBareStringsToTheLegacyCall() throws Exception {
        Reply links = SandboxServer.call("POST", "/api/v1/joseencrypt", SandboxServer.BOT,
                wanted(Map.of("sub", "vv-1"), Map.of()));
        assertThat(links.json().path("host").path(0).asString()).startsWith("eyJ");
        assertThat(space(links.json().path("guest").path(0).asString()).status()).isEqualTo(200);
    }

    @Test
    void opensOneSpacePerSubject() throws Exception {
        Reply links = links(Map.of("sub", "vv-1"), Map.of());
        Reply host = space(cipher(links, "host"));
        Reply guest = space(cipher(links, "guest"));
        Reply other = space(cipher(links(Map.of("sub", "vv-2"), Map.of()), "host"));
        assertThat(host.text("spaceId")).isEqualTo(guest.text("spaceId")).isNotEqualTo(other.text("spaceId"));
        assertThat(host.json().path("isHost").asBoolean()).isTrue();
        assertThat(guest.json().path("isHost").asBoolean()).isFalse();
        assertThat(host.text("token")).isNotEqualTo(guest.text("token"));
        assertThat(SandboxServer.space("Virtual Visit - vv-1")).isEqualTo(host.text("spaceId"));
    }

    @Test
    void letsTheSpaceTokenAndTheBotUseTheSpace() throws Exception {
        Reply space = space(cipher(links(Map.of("sub", "vv-1"), Map.of()), "host"));
        String info = "/v1/rooms/" + space.text("spaceId") + "/meetingInfo";
        assertThat(SandboxServer.call("GET", info, space.text("token"), null).text("sipAddress")).contains("@");
        assertThat(SandboxServer.call("GET", info, SandboxServer.BOT, null).text("sipAddress")).contains("@");
        assertThat(SandboxServer.call("GET", info, SandboxServer.LEE, null).status()).isEqualTo(404);
        assertThat(SandboxServer.call("GET", "/v1/people/me", space.text("token"), null).text("type"))
                .isEqualTo("appuser");
        assertThat(SandboxServer.call("POST", "/v1/memberships", space.text("token"),
                Map.of("roomId", space.text("spaceId"), "personEmail", "dr.lee@example.org")).status()).isEqualTo(200);
    }

    @Test
    void refusesLinksOutsideTheirTime() throws Exception {
        long now = Instant.now().getEpochSecond();
        assertThat(space(cipher(links(Map.of("sub", "a", "exp", now - 1), Map.of()), "host")).status()).isEqualTo(401);
        assertThat(
                space(cipher(links(Map.of("sub", "a", "nbf", now + 600, "exp", now + 900), Map.of()), "host")).status())
                .isEqualTo(401);
        assertThat(space("eyJ.a.b.c.d").status()).isEqualTo(400);
    }

    @Test
    void livesFifteenMinutesByDefault() throws Exception {
        String cipher = cipher(links(Map.of("sub", "a"), Map.of()), "host");
        long life = new Ciphers(new Random(1)).open(cipher).exp() - Instant.now().getEpochSecond();
        assertThat(life).isBetween(890L, 900L);
    }

    @Test
    void showsPeopleWhyALinkFails() throws Exception {
        String expired = cipher(links(Map.of("sub", "a", "exp", 1), Map.of()), "guest");
        Reply page = SandboxServer.call("GET", "/hc/v1/talk?int=jose&v=1&data=" + expired, null, null);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.response().body()).contains("The link has expired.").startsWith("<!doctype html>");
        assertThat(SandboxServer.call("GET", "/visit/nothing", null, null).response().body())
                .contains("This link does not work");
    }

    @Test
    void leadsShortLinksToLoginForHostsAndTalkForGuests() throws Exception {
        Reply links = links(Map.of("sub", "a"), Map.of("provideShortUrls", true, "verticalType", "gen"));
        assertThat(location(links, "host")).startsWith("/gen/v1/login?int=jose&v=1&data=eyJ");
        assertThat(location(links, "guest")).startsWith("/gen/v1/talk?int=jose&v=1&data=eyJ");
    }

    private static String location(Reply links, String role) throws Exception {
        String name = links.json().path(role).path(0).path("short").asString();
        return SandboxServer.call("GET", "/visit/" + name, null, null).response().headers().firstValue("Location")
                .orElse("");
    }

    @Test
    void ringsTheNamedDeviceWhenTheHostEnters() throws Exception {
        Map<String, Object> flow = Map.of("id", "sip-no-knock", "data",
                List.of(Map.of("uri", "room3@example.rooms.webex.com")));
        Reply links = links(Map.of("sub", "vv-1", "flow", flow), Map.of());
        String guest = "/hc/v1/live?data=" + cipher(links, "guest");
        assertThat(SandboxServer.call("GET", guest, null, null).text("state")).isEqualTo("waiting");
        assertThat(device().path("state").asString()).isEqualTo("idle");
        assertThat(SandboxServer.form("/hc/v1/join", Map.of("data", cipher(links, "host"), "as", "lee")).status())
                .isEqualTo(303);
        assertThat(device().path("state").asString()).isEqualTo("ringing");
        SandboxServer.call("POST", "/sandbox/api/devices/room-3/answer", null, null);
        Reply live = SandboxServer.call("GET", guest, null, null);
        assertThat(live.text("state")).isEqualTo("in-visit");
        assertThat(live.json().path("people").toString()).contains("Dr. Lee", "Room 3", "Patient");
    }

    private static JsonNode device() throws Exception {
        return SandboxServer.state().path("devices").path(0);
    }

    @Test
    void beginsTheVisitWhenADeviceDialsIn() throws Exception {
        Reply links = links(Map.of("sub", "vv-1"), Map.of());
        Reply space = space(cipher(links, "host"));
        String sip = SandboxServer.call("GET", "/v1/rooms/" + space.text("spaceId") + "/meetingInfo", SandboxServer.BOT,
                null).text("sipAddress");
        String dial = "/sandbox/api/devices/tele-cart/dial";
        assertThat(SandboxServer.call("POST", dial, null, Map.of("uri", "sip:nobody@example.org")).status())
                .isEqualTo(404);
        assertThat(SandboxServer.call("POST", dial, null, Map.of("uri", "sip:" + sip)).status()).isEqualTo(200);
        assertThat(SandboxServer.call("GET", "/hc/v1/live?data=" + cipher(links, "guest"), null, null).text("state"))
                .isEqualTo("in-visit");
    }

    @Test
    void insistsOnLoginWhereItIsForced() throws Exception {
        String host = cipher(links(Map.of("sub", "vv-1"), Map.of()), "host");
        String login = SandboxServer.call("GET", "/hc/v1/login?&fli=true&int=jose&data=" + host, null, null).response()
                .body();
        assertThat(login).contains("Log in as Dr. Lee").doesNotContain("Join without logging in");
        assertThat(SandboxServer.form("/hc/v1/join", Map.of("data", host, "forced", "true")).status()).isEqualTo(403);
        assertThat(SandboxServer.call("GET", "/hc/v1/login?int=jose&v=1&data=" + host, null, null).response().body())
                .contains("Join without logging in");
    }

    @Test
    void refusesGuestsAsHosts() throws Exception {
        String guest = cipher(links(Map.of("sub", "vv-1"), Map.of()), "guest");
        assertThat(SandboxServer.form("/hc/v1/join", Map.of("data", guest, "as", "lee")).status()).isEqualTo(403);
    }

    @Test
    void shortensCiphersAndTokensInTheLog() throws Exception {
        space(cipher(links(Map.of("sub", "vv-1"), Map.of()), "host"));
        String log = SandboxServer.state().path("calls").toString();
        assertThat(log).contains("/api/v1/space").contains("eyJ");
        assertThat(log).doesNotContainPattern("eyJ[A-Za-z0-9_-]{40}").doesNotContain("_PF84_");
    }
}
