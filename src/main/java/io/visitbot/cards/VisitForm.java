package io.visitbot.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.visitbot.cards.Element.Column;
import io.visitbot.cards.Element.ColumnSet;
import io.visitbot.cards.Element.Container;
import io.visitbot.cards.Element.InputChoiceSet;
import io.visitbot.cards.Element.InputStyle;
import io.visitbot.cards.Element.InputText;
import io.visitbot.cards.Element.InputToggle;
import io.visitbot.cards.Element.Style;
import io.visitbot.cards.Element.TextBlock;

/**
 * The card that a visit is started with.
 *
 * @param values what stands in it
 * @param errors a sentence for each field that was wrong, empty for a new form
 * @param nonce makes the form count once
 * @param keptPhone a number that is kept elsewhere, masked; the field stays empty then. Null for none
 */
public record VisitForm(FormValues values, Map<String, String> errors, String nonce, FormOptions options,
        @Nullable String keptPhone) {

    /** What the button sends as {@code action}. */
    public static final String ACTION = "visit.start";

    private static final Map<String, String> NAMES = Map.of("label", "Label", "phone", "Patient's mobile",
            "language", "Language", "people", "Who else joins", "device", "Room device", "duration",
            "The links live for", "send", "Send the text message now");

    /** A form that nobody has sent yet. */
    public static VisitForm blank(String label, String nonce, FormOptions options) {
        return new VisitForm(FormValues.labelled(label), Map.of(), nonce, options);
    }

    public VisitForm(FormValues values, Map<String, String> errors, String nonce, FormOptions options) {
        this(values, errors, nonce, options, null);
    }

    public Card card() {
        Stream<Element> body = Stream.of(heading(), mistakes(), label(), phone(), choices(), people(), device(), text())
                .flatMap(List::stream);
        Action start = new Action.Submit("Start visit", Map.of("action", ACTION, "nonce", nonce));
        return new Card(body.toList(), List.of(start));
    }

    /** The same for clients that show no cards: what to type instead. */
    public String markdown() {
        String wrong = mistakeLines().map(line -> "- " + line + "\n").reduce("", String::concat);
        String shown = PlainText.of(values.label());
        return (wrong.isEmpty() ? "" : "Please correct:\n\n" + wrong + "\n") + "New visit form for **" + shown
                + "**. If you see no form here, type: `new " + shown
                + " +1 202 555 0142 with dr.lee@example.org in spanish`";
    }

    private static List<Element> heading() {
        return List.of(TextBlock.title("New visit"),
                TextBlock.subtle("No names or health details in the label: everybody in the space can read it."));
    }

    private List<Element> mistakes() {
        List<Element> lines = mistakeLines().<Element>map(TextBlock::alarming).toList();
        return lines.isEmpty() ? List.of() : List.of(new Container(lines, Style.ATTENTION));
    }

    private Stream<String> mistakeLines() {
        return errors.entrySet().stream().map(error -> name(error.getKey()) + ": " + error.getValue());
    }

    private List<Element> label() {
        return field("label", new InputText("label", "Label", values.label(), "patient-42", null, Fields.LABEL_LENGTH,
                true, "Give the visit a label that you will recognise, such as patient-42."));
    }

    private List<Element> phone() {
        String title = keptPhone == null
                ? "Patient's mobile (optional)"
                : "Patient's mobile: " + keptPhone + " is kept. Leave this empty, or enter another";
        return field("phone", optional("phone", title, values.phone(), "+1 202 555 0142",
                InputStyle.TEL, 40, "Enter a phone number with its country code, such as +1 202 555 0142."));
    }

    private List<Element> people() {
        return field("people", optional("people", "Who else joins: Webex e-mails, with commas between (optional)",
                values.people(), "dr.lee@example.org, nurse.ortiz@example.org", null, 600,
                "Enter e-mail addresses with commas between them."));
    }

    private List<Element> device() {
        return field("device", optional("device", "Room device: SIP address (optional)", values.device(),
                "room3@example.rooms.webex.com", null, 200, "Enter the SIP address of the room device."));
    }

    private List<Element> choices() {
        String language = or(values.language(), options.languages(), options.languages().getFirst().value());
        String duration = or(values.duration(), options.durations(), options.defaultDuration());
        return List.of(new ColumnSet(List.of(
                Column.stretched(field("language",
                        InputChoiceSet.folding("language", "Patient's language", language, options.languages()))),
                Column.stretched(field("duration",
                        InputChoiceSet.folding("duration", name("duration"), duration, options.durations()))))));
    }

    private List<Element> text() {
        return List.of(options.texting()
                ? InputToggle.of("send", name("send"), values.sends())
                : TextBlock.subtle("Text messages are not set up: copy the guest link to the patient"));
    }

    private List<Element> field(String id, Element input) {
        List<Element> both = new ArrayList<>(2);
        both.add(input);
        String mistake = errors.get(id);
        if (mistake != null) {
            both.add(TextBlock.alarming(mistake));
        }
        return List.copyOf(both);
    }

    private static InputText optional(String id, String label, String value, String example,
            @Nullable InputStyle style, int length, String error) {
        return new InputText(id, label, value, example, style, length, null, error);
    }

    private static String or(String value, List<Choice> choices, String otherwise) {
        return choices.stream().anyMatch(choice -> choice.value().equals(value)) ? value : otherwise;
    }

    private static String name(String id) {
        return NAMES.getOrDefault(id, id);
    }
}
