package io.visitbot.sandbox.twilio;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.NullNode;

import io.visitbot.sandbox.journal.Fields;

/** One page of the list of messages: by {@code To}, {@code From} and {@code DateSent} (also before or after a day). */
final class TextPage {

    private final ServerRequest request;
    private final List<Text> found;
    private final int size;
    private final int page;

    TextPage(ServerRequest request, List<Text> all) {
        this.request = request;
        this.size = number("PageSize", 50, 1, 1000);
        this.page = number("Page", 0, 0, 10_000);
        this.found = all.stream().filter(number("To", Text::to)).filter(number("From", Text::from))
                .filter(this::isOfDay)
                .toList();
    }

    private int number(String name, int otherwise, int least, int most) {
        String given = request.queryParam(name).orElse("");
        return given.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(given), least, most) : otherwise;
    }

    private Predicate<Text> number(String name, Function<Text, String> of) {
        return text -> request.queryParam(name).map(of.apply(text)::equals).orElse(true);
    }

    private boolean isOfDay(Text text) {
        LocalDate day = LocalDate.ofInstant(Objects.requireNonNullElse(text.sent(), text.created()), ZoneOffset.UTC);
        return day("DateSent", day::equals) && day("DateSent<", limit -> !day.isAfter(limit))
                && day("DateSent>", limit -> !day.isBefore(limit));
    }

    private boolean day(String name, Predicate<LocalDate> holds) {
        return request.queryParam(name).map(TextPage::day).map(holds::test).orElse(true);
    }

    private static LocalDate day(String text) {
        try {
            return text.length() > 10
                    ? LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC)
                    : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Refused(400, 20001, "DateSent is not a date.");
        }
    }

    Map<String, Object> view() {
        int from = Math.min(found.size(), page * size);
        int to = Math.min(found.size(), from + size);
        Object next = to < found.size() ? uri(page + 1) : NullNode.getInstance();
        Object previous = page > 0 ? uri(page - 1) : NullNode.getInstance();
        return Fields.of("messages", found.subList(from, to).stream().map(Text::view).toList(), "page", page,
                "page_size",
                size, "start", from, "end", Math.max(from, to - 1), "uri", uri(page), "first_page_uri", uri(0),
                "next_page_uri", next, "previous_page_uri", previous);
    }

    private String uri(int number) {
        URI uri = request.uriBuilder().replaceQueryParam("Page", number).replaceQueryParam("PageSize", size).build();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
