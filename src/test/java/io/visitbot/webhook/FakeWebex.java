package io.visitbot.webhook;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Secret;
import io.visitbot.webex.NewWebhook;
import io.visitbot.webex.Person;
import io.visitbot.webex.WebexApi;
import io.visitbot.webex.Webhook;

/** Webex as far as its webhooks go; its log says what was done to them. */
class FakeWebex {

    static final Person BOT = new Person("bot", List.of("visit@webex.bot"), "Visit", "org", Person.Type.BOT, null);

    final Map<String, Webhook> hooks = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();
    boolean showsSecrets = true;
    int listed;
    @Nullable
    ApiException trouble;
    @Nullable
    ApiException troubleWithCreating;

    WebexApi api() {
        return (WebexApi) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{WebexApi.class},
                (_, method, args) -> switch (method.getName()) {
                    case "me" -> Mono.just(BOT);
                    case "webhooks" -> Flux.defer(this::list);
                    case "createWebhook" -> Mono.defer(() -> create((NewWebhook) args[0]));
                    case "updateWebhook" -> Mono.fromSupplier(() -> update((String) args[0], (NewWebhook) args[1]));
                    case "deleteWebhook" -> Mono.fromRunnable(() -> delete((String) args[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    Webhook add(String id, String name, String target, String resource, String event, boolean active) {
        return put(new Webhook(id, name, target, resource, event, null, new Secret("s3cr3t-hook"), active));
    }

    Webhook put(Webhook hook) {
        hooks.put(hook.id(), hook);
        return hook;
    }

    private Flux<Webhook> list() {
        listed++;
        return trouble != null ? Flux.error(trouble) : Flux.fromIterable(List.copyOf(hooks.values())).map(this::shown);
    }

    private Mono<Webhook> create(NewWebhook wish) {
        if (troubleWithCreating != null) {
            return Mono.error(troubleWithCreating);
        }
        log.add("create " + wish.name());
        return Mono.just(put(new Webhook("new-" + hooks.size(), wish.name(), wish.targetUrl(), wish.resource(),
                wish.event(), null, wish.secret(), true)));
    }

    private Webhook update(String id, NewWebhook wish) {
        log.add("update " + id);
        Webhook old = hooks.getOrDefault(id, new Webhook(id, "", "", "", "", null, null, false));
        return put(new Webhook(id, wish.name(), wish.targetUrl(), old.resource(), old.event(), old.filter(),
                wish.secret(), true));
    }

    private void delete(String id) {
        log.add("delete " + id);
        hooks.remove(id);
    }

    private Webhook shown(Webhook hook) {
        return new Webhook(hook.id(), hook.name(), hook.targetUrl(), hook.resource(), hook.event(), hook.filter(),
                showsSecrets ? hook.secret() : null, hook.active());
    }
}
