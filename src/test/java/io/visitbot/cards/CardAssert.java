package io.visitbot.cards;

import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** Says what a card holds, by the JSON that Webex would get. */
public final class CardAssert extends AbstractAssert<CardAssert, JsonNode> {

    private CardAssert(JsonNode card) {
        super(card, CardAssert.class);
    }

    public static CardAssert assertThat(Card card) {
        return new CardAssert(card.toTree());
    }

    /** An input of this id stands somewhere in the card. */
    public CardAssert hasInput(String id) {
        Assertions.assertThat(inputs()).extracting(input -> input.path("id").asString()).contains(id);
        return this;
    }

    public CardAssert hasInputs(String... ids) {
        Assertions.assertThat(inputs()).extracting(input -> input.path("id").asString())
                .containsExactlyInAnyOrder(ids);
        return this;
    }

    public CardAssert hasInputWith(String id, String property, String value) {
        Assertions.assertThat(input(id).path(property).asString()).as(id + "." + property).isEqualTo(value);
        return this;
    }

    public CardAssert offers(String id, String... values) {
        Assertions.assertThat(input(id).path("choices").valueStream())
                .extracting(choice -> choice.path("value").asString()).containsExactly(values);
        return this;
    }

    public CardAssert hasSubmit(String action, String nonce) {
        Assertions.assertThat(actions("Action.Submit")).extracting(submit -> submit.path("data"))
                .anySatisfy(data -> {
                    Assertions.assertThat(data.path("action").asString()).isEqualTo(action);
                    Assertions.assertThat(data.path("nonce").asString()).isEqualTo(nonce);
                });
        return this;
    }

    public CardAssert opens(String url) {
        Assertions.assertThat(urls()).contains(url);
        return this;
    }

    public CardAssert opensNothing() {
        Assertions.assertThat(urls()).isEmpty();
        return this;
    }

    public CardAssert says(String text) {
        Assertions.assertThat(texts()).anyMatch(shown -> shown.contains(text));
        return this;
    }

    public CardAssert saysNothingOf(String text) {
        Assertions.assertThat(texts()).noneMatch(shown -> shown.contains(text));
        return this;
    }

    /** Text in the colour of trouble, in the card's order. */
    public CardAssert complains(String... sentences) {
        Assertions.assertThat(all().filter(element -> element.path("color").asString("").equals("attention"))
                .map(element -> element.path("text").asString())).containsExactly(sentences);
        return this;
    }

    private JsonNode input(String id) {
        return inputs().stream().filter(input -> input.path("id").asString().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("No input " + id));
    }

    private List<JsonNode> inputs() {
        return all().filter(element -> element.path("type").asString("").startsWith("Input.")).toList();
    }

    private List<String> urls() {
        return actions("Action.OpenUrl").stream().map(action -> action.path("url").asString()).toList();
    }

    private List<JsonNode> actions(String type) {
        return actual.path("actions").valueStream().filter(action -> action.path("type").asString().equals(type))
                .toList();
    }

    private List<String> texts() {
        return all().flatMap(element -> Stream.of("text", "title", "label", "value"))
                .distinct().flatMap(name -> actual.findValues(name).stream()).map(node -> node.asString("")).toList();
    }

    private Stream<JsonNode> all() {
        return within(actual);
    }

    private static Stream<JsonNode> within(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(CardAssert::within));
    }
}
