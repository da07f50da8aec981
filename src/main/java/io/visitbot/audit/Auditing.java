package io.visitbot.audit;

import java.io.StringWriter;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Shows the record to those who may see it, one at a time, on a thread of its own. */
public final class Auditing {

    /** How many entries go into one file of the chat. */
    public static final int MOST = 20_000;

    private final AuditRecords records;
    private final Chain chain;
    private final AuditSettings settings;
    private final Scheduler thread;

    Auditing(AuditRecords records, Chain chain, AuditSettings settings, Scheduler thread) {
        this.records = records;
        this.chain = chain;
        this.settings = settings;
        this.thread = thread;
    }

    public boolean isAuditor(String email) {
        return settings.names(email);
    }

    public Mono<Verification.Finding> verify() {
        return Mono.fromCallable(() -> new Verification(records, chain).run()).subscribeOn(thread);
    }

    /** A file's contents; an {@link Export.TooManyException} where there are more than {@link #MOST} entries. */
    public Mono<Exported> export(Selection selection, Format format) {
        return Mono.fromCallable(() -> write(selection, format)).subscribeOn(thread);
    }

    private Exported write(Selection selection, Format format) {
        StringWriter out = new StringWriter();
        return new Exported(new Export(records).write(selection, format, MOST, out), out.toString());
    }

    /** What was written, and about what. */
    public record Exported(Export.Written written, String content) {

        @Override
        public String toString() {
            return "Exported[" + written + "]";
        }
    }
}
