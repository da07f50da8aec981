package io.visitbot.cards;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.cards.Element.Column;
import io.visitbot.cards.Element.ColumnSet;
import io.visitbot.cards.Element.Container;
import io.visitbot.cards.Element.Fact;
import io.visitbot.cards.Element.FactSet;
import io.visitbot.cards.Element.Style;
import io.visitbot.cards.Element.TextBlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CardTests {

    static Stream<Card> cards() {
        Element nested = new Container(List.of(new ColumnSet(List.of(Column.stretched(List.of(TextBlock.of("a")))))),
                Style.EMPHASIS);
        return Stream.of(Cards.blank().card(), Cards.wrong().card(), Cards.result().card(), Cards.bare().card(),
                new Card(List.of(nested, new FactSet(List.of(new Fact("a", "b")))), List.of()));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void isValidByTheSchema(Card card) {
        assertThat(CardSchema.errors(card.toTree())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'type':'AdaptiveCard','version':'1.4','body':[]}",
            "{'type':'AdaptiveCard','version':'1.3','body':[{'type':'TextBlock'}]}",
            "{'type':'AdaptiveCard','version':'1.3','body':[{'type':'Input.Text','label':'a'}]}",
            "{'type':'AdaptiveCard','version':'1.3','body':[{'type':'TextBlock','text':'a','colour':'attention'}]}",
            "{'type':'AdaptiveCard','version':'1.3','body':[{'type':'Input.Text','id':'a','isRequired':'yes'}]}",
            "{'type':'AdaptiveCard','version':'1.3','body':[],'actions':[{'type':'Action.Execute','verb':'a'}]}"})
    void brokenCardIsInvalidByTheSchema(String json) {
        assertThat(CardSchema.errors(JsonMapper.shared().readTree(json.replace('\'', '"')))).isNotEmpty();
    }

    @Test
    void isAnAdaptiveCardOfVersionThree() {
        assertThat(Cards.blank().card().toJson()).contains("\"type\":\"AdaptiveCard\"", "\"version\":\"1.3\"",
                "\"$schema\":\"http://adaptivecards.io/schemas/adaptive-card.json\"");
    }

    @Test
    void refusesSixButtons() {
        List<Action> six = Collections.nCopies(6, new Action.Submit("Go", Map.of()));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Card(List.of(), six));
        assertThat(new Card(List.of(TextBlock.of("a")), six.subList(0, 5)).toTree().path("actions")).hasSize(5);
    }

    @Test
    void refusesMoreBytesThanWebexTakes() {
        Card large = new Card(List.of(TextBlock.of("ñ".repeat(40_000))), List.of());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(large::toJson).withMessageContaining("80000");
        assertThat(new Card(List.of(TextBlock.of("n".repeat(79_000))), List.of()).toJson()).hasSizeLessThan(80_000);
    }
}
