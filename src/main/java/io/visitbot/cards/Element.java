package io.visitbot.cards;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What a card's body is made of: the part of Adaptive Cards 1.3 that Webex draws and we use. Text is Markdown, so what
 * people typed goes through {@link PlainText} first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Element {

    /** A paragraph. */
    @JsonTypeName("TextBlock")
    record TextBlock(String text, @Nullable Size size, @Nullable Weight weight, @Nullable Color color,
            @JsonProperty("isSubtle") @Nullable Boolean subtle, boolean wrap) implements Element {

        public static TextBlock of(String text) {
            return new TextBlock(text, null, null, null, null, true);
        }

        public static TextBlock title(String text) {
            return new TextBlock(text, Size.MEDIUM, Weight.BOLDER, null, null, true);
        }

        public static TextBlock subtle(String text) {
            return new TextBlock(text, null, null, null, true, true);
        }

        public static TextBlock alarming(String text) {
            return new TextBlock(text, null, null, Color.ATTENTION, null, true);
        }
    }

    /** Names and values in two columns. */
    @JsonTypeName("FactSet")
    record FactSet(List<Fact> facts) implements Element {
    }

    /** One line of a {@link FactSet}. */
    record Fact(String title, String value) {
    }

    /** Elements that belong together. */
    @JsonTypeName("Container")
    record Container(List<Element> items, @Nullable Style style) implements Element {
    }

    /** Columns side by side. */
    @JsonTypeName("ColumnSet")
    record ColumnSet(List<Column> columns) implements Element {
    }

    /** One of a {@link ColumnSet}. {@code width}: {@code auto}, {@code stretch} or a weight. */
    record Column(String width, List<Element> items) {

        public static Column stretched(List<Element> items) {
            return new Column("stretch", items);
        }

        @JsonProperty
        String type() {
            return "Column";
        }
    }

    /** A line of text to fill in. */
    @JsonTypeName("Input.Text")
    record InputText(String id, String label, @Nullable String value, @Nullable String placeholder,
            @Nullable InputStyle style, int maxLength, @JsonProperty("isRequired") @Nullable Boolean required,
            @Nullable String errorMessage) implements Element {
    }

    /** A box to tick. */
    @JsonTypeName("Input.Toggle")
    record InputToggle(String id, String title, String value, String valueOn, String valueOff) implements Element {

        /** One whose values are {@code true} and {@code false}. */
        public static InputToggle of(String id, String title, boolean on) {
            return new InputToggle(id, title, Boolean.toString(on), "true", "false");
        }
    }

    /** One of several, from a list that folds. */
    @JsonTypeName("Input.ChoiceSet")
    record InputChoiceSet(String id, String label, String value, List<Choice> choices, String style)
            implements
                Element {

        public static InputChoiceSet folding(String id, String label, String value, List<Choice> choices) {
            return new InputChoiceSet(id, label, value, choices, "compact");
        }
    }

    enum Size {
        @JsonProperty("small")
        SMALL, @JsonProperty("medium")
        MEDIUM, @JsonProperty("large")
        LARGE
    }

    enum Weight {
        @JsonProperty("lighter")
        LIGHTER, @JsonProperty("bolder")
        BOLDER
    }

    enum Color {
        @JsonProperty("accent")
        ACCENT, @JsonProperty("good")
        GOOD, @JsonProperty("warning")
        WARNING, @JsonProperty("attention")
        ATTENTION
    }

    enum Style {
        @JsonProperty("emphasis")
        EMPHASIS, @JsonProperty("attention")
        ATTENTION
    }

    enum InputStyle {
        @JsonProperty("tel")
        TEL, @JsonProperty("email")
        EMAIL
    }
}
