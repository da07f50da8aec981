package io.visitbot.end2end;

import java.util.Map;

/** The meters that the program shows to Prometheus. */
record Metrics(String text) {

    /** What a deployment under test has as {@code VISIT_ADMIN_TOKEN}. */
    static final String TOKEN = "end-to-end-admin-token";

    static Metrics of(String home) {
        return new Metrics(Outside.http("GET", home + "/actuator/prometheus", null,
                Map.of("Authorization", "Bearer " + TOKEN)).body());
    }

    /** What stands behind the name with its labels, 0 where it is missing. */
    double value(String name) {
        return text.lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).sum();
    }

    /** The sum over all whose name with its labels begins so. */
    double sum(String beginning) {
        return text.lines().filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
