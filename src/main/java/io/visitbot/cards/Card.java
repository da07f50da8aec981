package io.visitbot.cards;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An Adaptive Card of version 1.3, within the limits of Webex: at most {@value #MAX_ACTIONS} buttons and
 * {@value #MAX_BYTES} bytes.
 */
public record Card(List<Element> body, List<Action> actions) {

    public static final int MAX_ACTIONS = 5;
    public static final int MAX_BYTES = 80_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    public Card {
        body = List.copyOf(body);
        actions = List.copyOf(actions);
        if (actions.size() > MAX_ACTIONS) {
            throw new IllegalArgumentException("A card has at most " + MAX_ACTIONS + " buttons");
        }
    }

    @JsonProperty
    String type() {
        return "AdaptiveCard";
    }

    @JsonProperty("$schema")
    String schema() {
        return "http://adaptivecards.io/schemas/adaptive-card.json";
    }

    @JsonProperty
    String version() {
        return "1.3";
    }

    /** The same with a line at the top. */
    public Card headed(String line) {
        return new Card(Stream.concat(Stream.of(Element.TextBlock.subtle(line)), body.stream()).toList(), actions);
    }

    /** The card as Webex takes it. Errors: {@link IllegalStateException} where it is too large. */
    public String toJson() {
        String json = MAPPER.writeValueAsString(this);
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalStateException("A card has at most " + MAX_BYTES + " bytes");
        }
        return json;
    }

    /** The same as {@link #toJson()}, as a tree. */
    public JsonNode toTree() {
        return MAPPER.readTree(toJson());
    }
}
