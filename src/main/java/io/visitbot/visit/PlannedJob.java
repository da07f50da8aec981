package io.visitbot.visit;

import java.time.Instant;

/** A job and when it is due; planning the same job again moves it to the earlier of the two times. */
public record PlannedJob(Job job, Instant due) {

    public static PlannedJob of(Job.Kind kind, String key, Instant due) {
        return new PlannedJob(new Job(kind, key), due);
    }
}
