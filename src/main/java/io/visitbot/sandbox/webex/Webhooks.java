package io.visitbot.sandbox.webex;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.json.JsonMapper;

import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Outbox;

/**
 * The registered webhooks and their delivery: signed, in order per webhook, each event once. A webhook that fails too
 * often is switched off and stays off until it is set active again.
 */
public final class Webhooks {

    private static final int MAX_HOOKS = 1_000;

    private final Journal journal;
    private final Map<String, Hook> hooks = new LinkedHashMap<>();
    private final Map<String, Failures> failures = new LinkedHashMap<>();
    private final Map<String, String> lastBodies = new LinkedHashMap<>();

    Webhooks(Journal journal) {
        this.journal = journal;
    }

    synchronized Hook add(Hook hook) {
        if (hooks.size() >= MAX_HOOKS) {
            throw Refusal.badRequest("Too many webhooks.");
        }
        hooks.put(hook.id(), hook);
        failures.put(hook.id(), new Failures());
        journal.changes().happened();
        return hook;
    }

    /** All webhooks, oldest first. */
    public synchronized List<Hook> all() {
        return List.copyOf(hooks.values());
    }

    synchronized List<Hook> of(Person owner) {
        return hooks.values().stream().filter(hook -> hook.owner().equals(owner)).toList();
    }

    synchronized Hook get(String id, Person reader) {
        Hook hook = hooks.get(id);
        if (hook == null || !hook.owner().equals(reader)) {
            throw Refusal.notFound("Could not find a webhook with provided ID.");
        }
        return hook;
    }

    synchronized Hook replace(Hook hook) {
        hooks.put(hook.id(), hook);
        failures(hook.id()).forget();
        journal.changes().happened();
        return hook;
    }

    synchronized void remove(Hook hook) {
        hooks.remove(hook.id());
        failures.remove(hook.id());
        lastBodies.remove(hook.id());
        journal.changes().happened();
    }

    /** Switches the bot's webhooks off, as Webex does after too many failures. */
    public synchronized void switchOff() {
        hooks.replaceAll((_, hook) -> hook.owner().isBot() ? hook.active(false) : hook);
        hooks.keySet().forEach(id -> failures(id).switchedOff(journal.clock().instant()));
        journal.changes().happened();
    }

    /** Delivers the last event once more, byte by byte the same; tells how many webhooks that were. */
    public synchronized int repeat() {
        List<String> ids = new ArrayList<>(lastBodies.keySet());
        ids.forEach(id -> deliver(id, lastBodies.getOrDefault(id, "")));
        return ids.size();
    }

    synchronized void publish(Event event) {
        List<Hook> wanting = hooks.values().stream().filter(hook -> hook.wants(event)).toList();
        if (!wanting.isEmpty()) {
            lastBodies.clear();
        }
        wanting.forEach(hook -> publish(hook, event));
    }

    private void publish(Hook hook, Event event) {
        Map<String, Object> envelope = hook.envelope();
        envelope.put("resource", event.resource());
        envelope.put("event", event.name());
        envelope.put("actorId", event.actorId());
        envelope.put("data", event.data());
        String body = JsonMapper.shared().writeValueAsString(envelope);
        lastBodies.put(hook.id(), body);
        deliver(hook.id(), body);
    }

    private void deliver(String id, String body) {
        Hook hook = hooks.get(id);
        if (hook != null) {
            journal.outbox().post(id, letter(hook, body)).thenAccept(answer -> delivered(id, answer))
                    .exceptionally(_ -> null);
        }
    }

    private static Outbox.Letter letter(Hook hook, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (hook.secret() != null) {
            headers.put("X-Spark-Signature", signature(hook.secret(), body));
        }
        return new Outbox.Letter("webex", URI.create(hook.targetUrl()), headers, body);
    }

    private synchronized void delivered(String id, Outbox.Answer answer) {
        Hook hook = hooks.get(id);
        if (hook == null || !hook.active() || answer.accepted()) {
            return;
        }
        if (failures(id).failed(journal.clock().instant())) {
            hooks.put(id, hook.active(false));
            journal.changes().happened();
        }
    }

    private Failures failures(String id) {
        return failures.computeIfAbsent(id, _ -> new Failures());
    }

    static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
