package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Failure;
import io.visitbot.platform.Urgency;
import io.visitbot.visit.Job;
import io.visitbot.visit.JobHandler;
import io.visitbot.visit.JobHandler.Next;

/** Has a due job done by the handler of its kind, and decides what comes after. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** A little longer than events wait to be swept up, so that those go first. */
    private static final Duration BEHIND = Duration.ofSeconds(6);

    private final Function<Job.Kind, JobHandler> handlers;
    private final Transactions transactions;
    private final JobTable jobs;
    private final BackOff backOff;
    private final Clock clock;

    /** {@code handlers} throws where nobody does that kind of work. */
    JobRunner(Function<Job.Kind, JobHandler> handlers, Transactions transactions, JobTable jobs, BackOff backOff,
            Clock clock) {
        this.handlers = handlers;
        this.transactions = transactions;
        this.jobs = jobs;
        this.backOff = backOff;
        this.clock = clock;
    }

    Task<Integer> task() {
        return Tasks.custom(JobTable.TASK, Integer.class).onFailure(this::failed)
                .onDeadExecution(this::revive).execute(this::run);
    }

    private CompletionHandler<Integer> run(TaskInstance<Integer> instance, ExecutionContext context) {
        Job job = JobTable.job(instance.getId());
        int attempt = instance.getData();
        Mono<Next> work = Mono.defer(() -> handlers.apply(job.kind()).run(job.key(), attempt))
                .defaultIfEmpty(Next.DONE);
        Next next = (isWaitedFor(job) ? work : Urgency.background(work)).block(LONGEST);
        return (complete, operations) -> finish(next == null ? Next.DONE : next, complete, operations);
    }

    private void revive(ExecutionComplete left, ExecutionOperations<Integer> operations) {
        LOG.warn("job {} was left by a process that died", left.getExecution().getId());
        operations.reschedule(left, clock.instant());
    }

    private void finish(Next next, ExecutionComplete complete, ExecutionOperations<Integer> operations) {
        int attempts = attempt(complete) + 1;
        switch (next) {
            case Next.Done() -> conclude(complete, wish -> wish.ifPresentOrElse(
                    at -> operations.reschedule(complete, at, 0), operations::remove));
            case Next.Again(var at) -> conclude(complete,
                    wish -> operations.reschedule(complete, earlier(at, wish), attempts));
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Integer> operations) {
        Throwable error = complete.getCause().orElseGet(() -> new IllegalStateException("ended without a cause"));
        int failures = complete.getExecution().consecutiveFailures + 1;
        LOG.warn("job {} failed {} times: {}", complete.getExecution().getId(), failures, Failure.words(error));
        Job job = JobTable.job(complete.getExecution().getId());
        Instant at = clock.instant().plus(backOff.after(failures, error))
                .plus(isWaitedFor(job) ? Duration.ZERO : BEHIND);
        conclude(complete, wish -> operations.reschedule(complete, earlier(at, wish), attempt(complete) + 1));
    }

    /** A visit's links and a patient's text are; what edits or repeats what is said already is not. */
    private static boolean isWaitedFor(Job job) {
        return switch (job.kind()) {
            case OPEN, TEXT -> true;
            default -> false;
        };
    }

    private void conclude(ExecutionComplete complete, Consumer<Optional<Instant>> outcome) {
        transactions.writeNow(jdbc -> {
            outcome.accept(jobs.takeWish(jdbc, complete.getExecution().getId()));
            return true;
        });
    }

    private static int attempt(ExecutionComplete complete) {
        return complete.getExecution().taskInstance.getData() instanceof Integer attempt ? attempt : 0;
    }

    private static Instant earlier(Instant at, Optional<Instant> wish) {
        return wish.filter(at::isAfter).orElse(at);
    }
}
