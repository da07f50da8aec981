package io.visitbot.command;

import java.util.List;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Request;
import io.visitbot.visit.FindVisit;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitTimes;

/** Lists the visits that are not over. */
final class ListVisits implements CommandHandler {

    private static final int MOST = 20;

    private final FindVisit find;
    private final VisitTimes times;
    private final Ledger ledger;

    ListVisits(FindVisit find, VisitTimes times, Ledger ledger) {
        this.find = find;
        this.times = times;
        this.ledger = ledger;
    }

    @Override
    public Usage usage() {
        return new Usage("list", "", "the visits of this space");
    }

    @Override
    public Mono<String> handle(Request request) {
        return find.live(VisitNames.place(request), request.speaker().person(), request.speaker().email()).take(MOST)
                .collectList().flatMap(visits -> ledger.listed(visits, request).thenReturn(answer(visits)));
    }

    private String answer(List<Visit> visits) {
        return visits.isEmpty()
                ? "No visit is open here. Say `new patient-42` to start one."
                : visits.stream().map(this::line).collect(Collectors.joining("\n", "Open visits:\n\n", ""));
    }

    private String line(Visit visit) {
        return "- **" + visit.label() + "** (" + visit.id() + "): " + switch (visit.state()) {
            case Visit.State.Opening _ -> "its links are being made";
            case Visit.State.Ready _ -> "ready, links live until " + times.until(visit);
            case Visit.State.Cancelled _,Visit.State.Failed _ -> "over";
        };
    }
}
