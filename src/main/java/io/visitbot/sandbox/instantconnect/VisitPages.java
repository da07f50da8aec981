package io.visitbot.sandbox.instantconnect;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

import io.visitbot.sandbox.webex.Person;

/** The pages that host and guest open, as HTML. */
final class VisitPages {

    private VisitPages() {
    }

    static String waiting(String live) {
        return page("Your video visit", "<div class=\"visit\" data-live=\"" + escaped(live) + "\">"
                + "<p class=\"status\" role=\"status\" aria-live=\"polite\" data-testid=\"visit-status\">"
                + "Waiting for your care team. Please stay on this page.</p>"
                + "<ul class=\"people\" aria-label=\"In the visit\"></ul></div>");
    }

    static String login(String cipher, String base, List<Person> clinicians, boolean forced) {
        String choices = clinicians.stream().map(VisitPages::choice).collect(Collectors.joining());
        String without = forced ? "" : button("", "Join without logging in", "plain");
        return page("Join as host", "<p>Log in with Webex to start the visit.</p>" + form(base + "/join",
                hidden("data", cipher) + hidden("forced", String.valueOf(forced)) + choices + without));
    }

    private static String choice(Person person) {
        return button(String.valueOf(person.key()), "Log in as " + person.name(), "main");
    }

    static String host(String live, String cipher, String base, String name) {
        return page("You are in the visit",
                "<div class=\"visit host\" data-live=\"" + escaped(live) + "\"><p class=\"status\" role=\"status\">"
                        + escaped(name) + ", you are hosting. Whoever waits has been let in.</p>"
                        + "<ul class=\"people\" aria-label=\"In the visit\"></ul></div>"
                        + form(base + "/leave", hidden("data", cipher) + button(name, "Leave the visit", "plain")));
    }

    static String notice(String title, String sentence) {
        return page(title, "<p data-testid=\"visit-notice\">" + escaped(sentence) + "</p>");
    }

    private static String form(String action, String content) {
        return "<form method=\"post\" action=\"" + action + "\">" + content + "</form>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">";
    }

    private static String button(String value, String label, String look) {
        return "<button name=\"as\" class=\"" + look + "\" value=\"" + escaped(value) + "\">" + escaped(label)
                + "</button>";
    }

    private static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,"><link rel="stylesheet" href="/sandbox/visit/visit.css">
                <script type="module" src="/sandbox/visit/visit.js"></script></head>
                <body><main><h1>%1$s</h1>%2$s</main>
                <footer>Pretend Instant Connect – nothing here leaves this machine</footer></body></html>
                """.formatted(escaped(title), content);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
