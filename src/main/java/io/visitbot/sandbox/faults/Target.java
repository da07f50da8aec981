package io.visitbot.sandbox.faults;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which pretend service a request is for.
 *
 * @param service its name
 * @param faulty whether trouble may strike; the pages are only logged
 */
record Target(String service, boolean faulty) {

    static Optional<Target> of(String path) {
        return Optional.ofNullable(find(path));
    }

    private static @Nullable Target find(String path) {
        if (path.startsWith("/v1/")) {
            return new Target("webex", true);
        }
        if (path.startsWith("/api/v1/") || path.startsWith("/api/v2/")) {
            return new Target("instantconnect", true);
        }
        if (path.startsWith("/2010-04-01/")) {
            return new Target("twilio", true);
        }
        boolean page = path.startsWith("/visit/") || path.startsWith("/hc/v1/") || path.startsWith("/gen/v1/");
        return page && !path.endsWith("/live") ? new Target("instantconnect", false) : null;
    }
}
