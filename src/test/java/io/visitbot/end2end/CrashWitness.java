package io.visitbot.end2end;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sees which events the bot gave a 2xx, before Webex hears of it. */
final class CrashWitness implements Relay.Witness {

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Runnable> deed = new AtomicReference<>(CrashWitness::nothing);

    /** Whether the bot answered this message or submission with a 2xx. */
    boolean accepted(String id) {
        return accepted.contains(id);
    }

    int acceptedEvents() {
        return accepted.size();
    }

    /** Does this once, upon the next 2xx for what somebody said or sent. */
    void uponNextAccepted(Runnable what) {
        deed.set(what);
    }

    @Override
    public void saw(String path, byte[] body, int status) {
        if (path.equals("/webhooks/webex") && status / 100 == 2) {
            JsonNode event = JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8)).path("data");
            if (!event.path("personEmail").asString("").endsWith("@webex.bot")) {
                accepted.add(event.path("id").asString());
                deed.getAndSet(CrashWitness::nothing).run();
            }
        }
    }

    private static void nothing() {
    }
}
