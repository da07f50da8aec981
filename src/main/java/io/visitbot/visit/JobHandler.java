package io.visitbot.visit;

import java.time.Instant;

import reactor.core.publisher.Mono;

/** Does one kind of durable work. Called at least once for each job, so it must be safe to call again. */
public interface JobHandler {

    Job.Kind kind();

    /** Works on it. {@code attempt} counts from 0; an error means "again, later", with a growing pause. */
    Mono<Next> run(String key, int attempt);

    /** What comes after a run. */
    sealed interface Next {

        Next DONE = new Done();

        /** Nothing more to do. */
        record Done() implements Next {
        }

        /** Once more at that time; counts as another attempt. */
        record Again(Instant at) implements Next {
        }
    }
}
