package io.visitbot.visit;

import reactor.core.publisher.Mono;

/** Brings what the thread says about a text message up to date. */
final class ReportText implements JobHandler {

    private final Visits visits;
    private final Texts texts;
    private final Announcer announcer;

    ReportText(Visits visits, Texts texts, Announcer announcer) {
        this.visits = visits;
        this.texts = texts;
        this.announcer = announcer;
    }

    @Override
    public Job.Kind kind() {
        return Job.Kind.REPORT;
    }

    @Override
    public Mono<Next> run(String id, int attempt) {
        return texts.find(id).flatMap(text -> visits.find(text.visit()).flatMap(visit -> announcer.text(visit, text)))
                .thenReturn(Next.DONE);
    }
}
