package io.visitbot.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.visit.Act;
import io.visitbot.visit.AuditTrail;

/** The record kept in memory, where tests can also tamper with it. */
public final class AuditOnPaper implements AuditTrail, AuditRecords {

    public final List<Entry> entries = new ArrayList<>();
    public Head head = Head.NONE;
    private final Clock clock;
    private final Chain chain = Chain.plain();

    public AuditOnPaper(Clock clock) {
        this.clock = clock;
    }

    public void append(Collection<Act> acts) {
        for (Act act : acts) {
            if (entries.stream().noneMatch(entry -> entry.key().equals(act.key()))) {
                entries.add(chain.next(head, act, clock.instant()));
                head = head.with(entries.getLast());
            }
        }
    }

    /** Such as {@code "cancelled V-AAAA by lee"}, oldest first. */
    public List<String> story() {
        return entries.stream().map(entry -> String.join(" ", entry.event(), entry.visit(), "by", entry.person(),
                entry.detail()).strip().replaceAll(" +", " ")).toList();
    }

    public Auditing shownTo(String... auditors) {
        return new Auditing(this, chain, new AuditSettings(Set.of(auditors), java.time.Duration.ofDays(1)),
                Schedulers.immediate());
    }

    @Override
    public Mono<Void> record(Act act) {
        return Mono.fromRunnable(() -> append(List.of(act)));
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public List<Entry> page(Selection selection, long after, int most) {
        return entries.stream().filter(entry -> entry.number() > after)
                .filter(entry -> selection.visit() == null || entry.visit().equals(selection.visit()))
                .filter(entry -> selection.since() == null || !entry.at().isBefore(selection.since())).limit(most)
                .toList();
    }
}
