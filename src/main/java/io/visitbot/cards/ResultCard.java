package io.visitbot.cards;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.visitbot.cards.Element.Fact;
import io.visitbot.cards.Element.FactSet;
import io.visitbot.cards.Element.TextBlock;

/**
 * What stands in the space when a visit is ready. All parts are for display; an absent one is said in words.
 *
 * @param label the visit's name, plain
 * @param id the visit's short id
 * @param guest the guest link
 * @param sip the bare SIP address
 * @param number the meeting number
 * @param until when the links end
 * @param people who was added and how that went, one line each
 * @param text how the text message stands
 * @param notes further sentences
 */
public record ResultCard(String label, String id, @Nullable Link host, @Nullable String guest, @Nullable String sip,
        @Nullable String number, @Nullable String until, List<String> people, @Nullable String text,
        List<String> notes) {

    private static final String BREAK = "  \n";

    /** A link and what it is called. */
    public record Link(String title, String url) {

        String markdown() {
            return "[" + PlainText.of(title) + "](" + safe(url) + ")";
        }
    }

    public Card card() {
        List<Element> body = new ArrayList<>();
        body.add(TextBlock.title(title()));
        body.add(TextBlock.of(hostLine()));
        body.add(TextBlock.of(guestLine()));
        body.add(TextBlock.of(sipLine()));
        body.add(new FactSet(facts()));
        notes.forEach(note -> body.add(TextBlock.subtle(note)));
        return new Card(body, actions());
    }

    /** The same for clients that show no cards; {@code Host:}, {@code Guest:} and {@code SIP:} begin lines of their own. */
    public String markdown() {
        List<String> lines = new ArrayList<>(List.of("**" + title() + "**", hostLine(), guestLine(), sipLine()));
        facts().forEach(fact -> lines.add(fact.title() + ": " + fact.value()));
        lines.addAll(notes);
        return String.join(BREAK, lines);
    }

    private String title() {
        return "Visit ready: " + label + " (" + id + ")";
    }

    private String hostLine() {
        return "Host: " + (host == null ? "no host link could be made" : host.markdown());
    }

    private String guestLine() {
        return "Guest: " + (guest == null ? "no guest link could be made" : guest);
    }

    private String sipLine() {
        return "SIP: " + (sip == null
                ? "not known for this visit; to ring a device, type: ring " + id + " room3@example.rooms.webex.com"
                : sip);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Meeting number", number == null ? "not known" : number));
        facts.add(new Fact("Links live until", until == null ? "not known" : until));
        facts.add(new Fact("Added", people.isEmpty() ? "nobody" : String.join("; ", people)));
        facts.add(new Fact("Text message", text == null ? "none: copy the guest link to the patient" : text));
        return facts;
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        if (host != null) {
            actions.add(new Action.OpenUrl("Open as host", host.url()));
        }
        if (guest != null) {
            actions.add(new Action.OpenUrl("Open guest link", guest));
        }
        if (sip != null) {
            actions.add(new Action.OpenUrl("Call SIP", "sip:" + sip));
        }
        return actions;
    }

    private static String safe(String url) {
        return url.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E");
    }
}
