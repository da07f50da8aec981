package io.visitbot.sandbox.instantconnect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code POST /api/v2/joseencrypt} asks for, checked.
 *
 * @param nbf Unix seconds from which the links are valid, null for at once
 * @param exp Unix seconds from which they are not any more
 * @param devices SIP addresses to ring when a host enters
 */
record LinkRequest(String subject, @Nullable Long nbf, long exp, List<String> devices, int hosts, int guests,
        boolean shortUrls, String vertical, boolean loginForHost, Sealing sealing) {

    private static final String AUDIENCE = "a4d886b0-979f-4e2c-a958-3e8c14605e51";
    private static final int MAX_LINKS = 25;
    private static final long DEFAULT_LIFE_SECONDS = 15 * 60;

    /** How the cipher is made; numbers below zero mean "choose". */
    record Sealing(String jweAlg, String enc, String jwsAlg, int saltLength, int iterations) {
    }

    /** The current interface. */
    static LinkRequest v2(JsonNode json, long now) {
        int hosts = Checks.integer(json, "numHost", 1, 0, MAX_LINKS);
        int guests = Checks.integer(json, "numGuest", 1, 0, MAX_LINKS);
        Checks.that(hosts + guests >= 1 && hosts + guests <= MAX_LINKS,
                "numHost and numGuest together must be between 1 and 25");
        return read(json, now, hosts, guests, json.path("provideShortUrls").isBoolean()
                && json.path("provideShortUrls").asBoolean());
    }

    /** The legacy one: one host, one guest, no short URLs. */
    static LinkRequest v1(JsonNode json, long now) {
        return read(json, now, 1, 1, false);
    }

    private static LinkRequest read(JsonNode json, long now, int hosts, int guests, boolean shortUrls) {
        Checks.that(AUDIENCE.equals(json.path("aud").asString("")), "aud is missing or not a known audience");
        JsonNode jwt = json.path("jwt");
        String subject = jwt.path("sub").asString("");
        Checks.that(jwt.path("sub").isString() && !subject.isBlank(), "jwt.sub is required");
        Long nbf = Checks.seconds(jwt, "nbf");
        Long exp = Checks.seconds(jwt, "exp");
        return new LinkRequest(subject, nbf, exp == null ? now + DEFAULT_LIFE_SECONDS : exp, devices(jwt.path("flow")),
                hosts, guests, shortUrls, Checks.oneOf(json, "verticalType", "hc", "gen"),
                Checks.flag(json, "loginUrlForHost", true), sealing(json));
    }

    private static Sealing sealing(JsonNode json) {
        return new Sealing(
                Checks.oneOf(json, "jweAlg", "PBES2-HS512+A256KW", "PBES2-HS384+A192KW", "PBES2-HS256+A128KW"),
                Checks.oneOf(json, "enc", "A256GCM", "A128GCM", "A192GCM", "A128CBC-HS256", "A192CBC-HS384",
                        "A256CBC-HS512"),
                Checks.oneOf(json, "jwsAlg", "HS512", "HS256", "HS384"), Checks.integer(json, "saltLength", -1, 8, 128),
                Checks.integer(json, "iterations", -1, 1000, 32767));
    }

    private static List<String> devices(JsonNode flow) {
        if (flow.isMissingNode() || flow.isNull()) {
            return List.of();
        }
        Checks.that("sip-no-knock".equals(flow.path("id").asString("")), "jwt.flow.id must be sip-no-knock");
        Checks.that(flow.path("data").isArray() && !flow.path("data").isEmpty(), "jwt.flow.data must be an array");
        List<String> uris = new ArrayList<>();
        for (JsonNode device : flow.path("data")) {
            String uri = device.path("uri").asString("");
            Checks.that(uri.contains("@"), "jwt.flow.data holds no SIP address");
            uris.add(uri);
        }
        return List.copyOf(uris);
    }
}
