package io.visitbot.store;

import java.util.List;

import reactor.core.publisher.Mono;

import io.visitbot.visit.Job;
import io.visitbot.visit.PlannedJob;
import io.visitbot.visit.Work;

/** Plans and takes back durable work. */
final class StoredWork implements Work {

    private final Transactions transactions;
    private final JobTable jobs;

    StoredWork(Transactions transactions, JobTable jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public Mono<Void> plan(PlannedJob... planned) {
        return transactions.write(jdbc -> {
            jobs.plan(jdbc, List.of(planned));
            return true;
        }).then();
    }

    @Override
    public Mono<Void> cancel(Job job) {
        return transactions.write(jdbc -> {
            jobs.cancel(jdbc, job);
            return true;
        }).then();
    }
}
