package io.visitbot.sandbox.webex;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Times;

/** A webhook that somebody registered. */
public record Hook(String id, String name, String targetUrl, String resource, String event, @Nullable String filter,
        @Nullable String secret, Person owner, boolean active, Instant created) {

    public String status() {
        return active ? "active" : "inactive";
    }

    Hook with(String newName, String newTarget, @Nullable String newSecret, boolean nowActive) {
        return new Hook(id, newName, newTarget, resource, event, filter, newSecret, owner, nowActive, created);
    }

    Hook active(boolean nowActive) {
        return with(name, targetUrl, secret, nowActive);
    }

    Map<String, Object> view() {
        Map<String, Object> view = envelope();
        if (secret != null) {
            view.put("secret", secret);
        }
        return view;
    }

    Map<String, Object> envelope() {
        return Fields.of("id", id, "name", name, "targetUrl", targetUrl, "resource", resource, "event", event, "filter",
                filter, "orgId", owner.orgId(), "createdBy", owner.id(), "appId",
                WebexId.fixed("APPLICATION", owner.email()), "ownedBy", "creator", "status", status(), "created",
                Times.iso(created));
    }

    boolean wants(Event happened) {
        boolean sameResource = resource.equals(happened.resource()) || "all".equals(resource);
        boolean firehose = "all".equals(event) && !"attachmentActions".equals(happened.resource());
        return active && sameResource && (firehose || event.equals(happened.name())) && happened.seenBy().test(owner)
                && HookFilter.matches(filter, happened.data(), owner);
    }
}
