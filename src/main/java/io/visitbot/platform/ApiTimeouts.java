package io.visitbot.platform;

import java.time.Duration;

/** How long a call may take: to connect, to be answered once, and altogether with its repetitions. */
public record ApiTimeouts(Duration connect, Duration attempt, Duration total) {

    /** For services that a person waits for. */
    public static final ApiTimeouts INTERACTIVE = new ApiTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10),
            Duration.ofSeconds(30));
}
