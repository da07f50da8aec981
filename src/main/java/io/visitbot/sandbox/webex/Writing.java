package io.visitbot.sandbox.webex;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Turns what was written into what Webex stores: markdown to HTML, mentions to their markup, HTML to plain text. */
final class Writing {

    private static final Pattern MENTION = Pattern.compile("<@(personEmail|personId):([^|>]+)(?:\\|([^>]*))?>");
    private static final Pattern AT_BOT = Pattern.compile("(?i)(?<![\\w@])@visit\\b");
    private static final Set<String> BLOCKS = Set.of("p", "br", "li", "blockquote", "pre", "h1", "h2", "h3", "ul",
            "ol");
    private static final Safelist ALLOWED = Safelist.basic().addTags("h1", "h2", "h3", "spark-mention", "hr")
            .addAttributes("spark-mention", "data-object-type", "data-object-id", "data-group-type")
            .addProtocols("a", "href", "sip", "tel").removeEnforcedAttribute("a", "rel").preserveRelativeLinks(false);

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();
    private final People people;

    Writing(People people) {
        this.people = people;
    }

    Message.Body plain(String text) {
        return new Message.Body(text, null, null, List.of());
    }

    Message.Body markdown(String markdown, @Nullable String text) {
        Matcher mentions = MENTION.matcher(markdown);
        String marked = mentions.replaceAll(found -> Matcher.quoteReplacement(mention(found.group(1), found.group(2))));
        return html(renderer.render(parser.parse(marked)).strip(), markdown, text);
    }

    Message.Body html(String html, @Nullable String markdown, @Nullable String text) {
        Document.OutputSettings compact = new Document.OutputSettings().prettyPrint(false);
        String clean = Jsoup.clean(html, "", ALLOWED, compact);
        Document parsed = Jsoup.parseBodyFragment(clean);
        Set<String> mentioned = new LinkedHashSet<>(
                parsed.select("spark-mention[data-object-type=person]").eachAttr("data-object-id"));
        return new Message.Body(text == null ? plainText(parsed.body()) : text, markdown, clean,
                List.copyOf(mentioned));
    }

    /** What a person typed: {@code @visit} becomes a mention of the bot. */
    Message.Body typed(String text, boolean canMention) {
        Matcher at = AT_BOT.matcher(text);
        if (!canMention || !at.find()) {
            return plain(text);
        }
        String escaped = Entities.escape(text).replace("\n", "<br>");
        String html = AT_BOT.matcher(escaped).replaceAll(Matcher.quoteReplacement(markup(people.bot())));
        return html("<p>" + html + "</p>", null, null);
    }

    private String mention(String kind, String who) {
        return "personId".equals(kind)
                ? markup(people.byId(who.strip()))
                : people.byEmail(who.strip()).map(Writing::markup).orElse(who);
    }

    private static String markup(Person person) {
        return "<spark-mention data-object-type=\"person\" data-object-id=\"" + person.id() + "\">" + person.name()
                + "</spark-mention>";
    }

    private static String plainText(Element body) {
        StringBuilder text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                append(node, text);
            }
        });
        return text.toString().strip();
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof TextNode words) {
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n'
                    ? words.getWholeText().stripLeading()
                    : words.getWholeText());
        } else if (BLOCKS.contains(node.nodeName()) && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
