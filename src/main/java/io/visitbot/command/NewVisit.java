package io.visitbot.command;

import java.util.List;
import java.util.Optional;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.FindVisit;
import io.visitbot.visit.Language;
import io.visitbot.visit.Place;
import io.visitbot.visit.Requester;
import io.visitbot.visit.StartVisit;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitRequest;

/** Starts a visit: with a form where only a label is said, at once where there is more. */
final class NewVisit implements CommandHandler {

    private final VisitForms forms;
    private final StartVisit start;
    private final FindVisit find;
    private final PhoneNumbers numbers;
    private final LimitWords limits;

    NewVisit(VisitForms forms, StartVisit start, FindVisit find, PhoneNumbers numbers, LimitWords limits) {
        this.forms = forms;
        this.start = start;
        this.find = find;
        this.numbers = numbers;
        this.limits = limits;
    }

    @Override
    public Usage usage() {
        return new Usage("new", "<label> [phone] [with <email>…] [device <sip>…] [in <language>]",
                "starts a video visit");
    }

    @Override
    public Mono<String> handle(Request request) {
        return switch (NewArguments.parse(request.line().rest(), numbers)) {
            case NewArguments.Invalid invalid -> limits.note(invalid.phone(), Asked.visit(request))
                    .then(Mono.error(() -> new Refusal(String.join(" ", invalid.sentences()))));
            case NewArguments.Valid valid when valid.startsAtOnce() -> limits
                    .inWords(start.start(wanted(request, valid)), Asked.visit(request), "Say it again then.")
                    .then(answer(List.of(), hint(request, valid)));
            case NewArguments.Valid valid -> others(request, valid.label())
                    .flatMap(others -> forms.open(request, valid.label()).then(answer(others, List.of())));
        };
    }

    private static VisitRequest wanted(Request request, NewArguments.Valid valid) {
        return new VisitRequest(request.origin(), null, VisitNames.place(request), requester(request), valid.label(),
                valid.language().orElse(Language.ENGLISH), valid.emails(), valid.devices(), valid.phone().orElse(null),
                valid.phone().isPresent(), null);
    }

    static Requester requester(Request request) {
        return new Requester(request.speaker().person(), request.speaker().email(), request.speaker().zone());
    }

    /** Living visits of the same label that this request did not begin. */
    private Mono<List<Visit>> others(Request request, String label) {
        Place place = VisitNames.place(request);
        return find.live(place, request.speaker().person(), request.speaker().email())
                .filter(visit -> visit.label().equalsIgnoreCase(label) && !visit.origin().equals(request.origin()))
                .collectList();
    }

    private static List<String> hint(Request request, NewArguments.Valid valid) {
        return valid.phone().isEmpty() || request.spot().direct()
                ? List.of()
                : List.of("Everybody in this space can read the number you typed. The form (`new " + valid.label()
                        + "`) or a 1:1 message to me keeps it from the others.");
    }

    private static Mono<String> answer(List<Visit> others, List<String> hints) {
        Optional<String> clash = others.stream().map(Visit::id).reduce((a, b) -> a + ", " + b)
                .map(ids -> "There is another open visit of that name (" + ids + "); this is a visit of its own.");
        List<String> lines = java.util.stream.Stream.concat(clash.stream(), hints.stream()).toList();
        return lines.isEmpty() ? Mono.empty() : Mono.just(String.join("\n\n", lines));
    }
}
