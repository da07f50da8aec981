package io.visitbot.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.Secret;
import io.visitbot.webex.NewWebhook;

/** The webhooks that the bot lives on, as {@code manifest/webhooks.json} lists them. */
record WantedHooks(List<Hook> hooks) {

    static final String PREFIX = "visitbot-";

    static WantedHooks fromManifest() {
        try (InputStream manifest = new ClassPathResource("manifest/webhooks.json").getInputStream()) {
            return new WantedHooks(List.of(JsonMapper.builder().build().readValue(manifest, Hook[].class)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    boolean contains(String resource, String event) {
        return hooks.contains(new Hook(resource, event));
    }

    /** What is sent when something is done to a resource. */
    record Hook(String resource, String event) {

        String name() {
            return PREFIX + resource;
        }

        NewWebhook at(String target, Secret secret) {
            return new NewWebhook(name(), target, resource, event, secret);
        }
    }
}
