package io.visitbot.webex;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.Gate;
import io.visitbot.platform.Secret;

/** The Webex REST API over HTTP. */
final class WebexClient implements WebexApi {

    static final String API = "webex";

    private static final Logger LOG = LoggerFactory.getLogger(WebexClient.class);
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?next\"?");
    private static final int MOST_PAGES = 400;

    private final ApiClient client;
    private final URI base;
    private final ApiClient others;
    private final Supplier<Secret> token;

    /** @param guests what calls with another token go through */
    WebexClient(ApiClient client, Gate guests, WebexSettings settings) {
        this.client = client;
        this.others = client.through(guests);
        this.base = settings.api();
        this.token = settings.token()::secret;
    }

    @Override
    public Mono<Person> me() {
        return get(Payloads::person, "people", "me");
    }

    @Override
    public Mono<Person> person(String personId) {
        return get(Payloads::person, "people", personId);
    }

    @Override
    public Mono<Message> message(String messageId) {
        return get(Payloads::message, "messages", messageId);
    }

    @Override
    public Mono<Message> post(NewMessage message) {
        Mono<Message> posted = postInOrOutOfThread(message);
        return message.hasCardAndWords()
                ? posted.onErrorResume(ApiException.status(400), refusal -> postWords(message, refusal))
                : posted;
    }

    @Override
    public Mono<Message> post(NewMessage message, NewFile file) {
        return inOrOutOfThread(message, one -> upload(one, file));
    }

    @Override
    public Mono<Message> edit(String messageId, String roomId, String markdown) {
        return messageId.isBlank()
                ? Mono.error(ApiException.of(API, ApiException.Kind.GONE).notProcessed().build())
                : send(HttpMethod.PUT, Map.of("roomId", roomId, "markdown", MessageText.cut(markdown)),
                        Answers::readIfReadable, "messages", messageId).map(json -> Payloads.message(json, messageId));
    }

    @Override
    public Mono<Void> delete(String messageId) {
        return messageId.isBlank() ? Mono.empty() : remove("messages", messageId);
    }

    @Override
    public Mono<AttachmentAction> attachmentAction(String actionId) {
        return get(Payloads::attachmentAction, "attachment", "actions", actionId);
    }

    @Override
    public Mono<Room> room(String roomId) {
        return get(Payloads::room, "rooms", roomId);
    }

    @Override
    public Mono<MeetingInfo> meetingInfo(String roomId) {
        return get(Payloads::meetingInfo, "rooms", roomId, "meetingInfo");
    }

    @Override
    public Mono<MeetingInfo> meetingInfo(String roomId, Secret token) {
        return read(others, () -> token, uri("rooms", roomId, "meetingInfo")).map(Payloads::meetingInfo);
    }

    @Override
    public Mono<Joining> addMember(String roomId, String email) {
        return added(client, roomId, email, token);
    }

    @Override
    public Mono<Joining> addMember(String roomId, String email, Secret token) {
        return added(others, roomId, email, () -> token);
    }

    private Mono<Joining> added(ApiClient through, String roomId, String email, Supplier<Secret> token) {
        return send(through, HttpMethod.POST, token, Map.of("roomId", roomId, "personEmail", email), Answers::read,
                uri("memberships")).map(Payloads::added).onErrorResume(ApiException.class, WebexClient::joining);
    }

    @Override
    public Flux<Webhook> webhooks() {
        return page(UriComponentsBuilder.fromUri(uri("webhooks")).queryParam("max", 100).build().toUri())
                .expand(page -> page.next() == null ? Mono.empty() : page(page.next())).take(MOST_PAGES)
                .concatMapIterable(page -> page.json().path("items"))
                .filter(item -> item.hasNonNull("id")).map(Payloads::webhook);
    }

    @Override
    public Mono<Webhook> createWebhook(NewWebhook webhook) {
        return send(HttpMethod.POST, Bodies.creation(webhook), Answers::read, "webhooks")
                .map(Payloads::webhook);
    }

    @Override
    public Mono<Webhook> updateWebhook(String webhookId, NewWebhook webhook) {
        return send(HttpMethod.PUT, Bodies.update(webhook), Answers::read, "webhooks", webhookId)
                .map(Payloads::webhook);
    }

    @Override
    public Mono<Void> deleteWebhook(String webhookId) {
        return remove("webhooks", webhookId);
    }

    private Mono<Message> postWords(NewMessage message, Throwable refusal) {
        LOG.warn("a card is refused, its words are posted instead: {}", refusal.getMessage());
        return postInOrOutOfThread(message.withoutCard());
    }

    private Mono<Message> postInOrOutOfThread(NewMessage message) {
        return inOrOutOfThread(message, this::postOnce);
    }

    private static Mono<Message> inOrOutOfThread(NewMessage message, Function<NewMessage, Mono<Message>> once) {
        return message.parentId() == null
                ? once.apply(message)
                : once.apply(message).onErrorResume(ApiException.status(400).or(ApiException.status(404)),
                        _ -> once.apply(message.inThread(null)));
    }

    private Mono<Message> upload(NewMessage message, NewFile file) {
        return client.exchange(HttpMethod.POST, web -> request(web, HttpMethod.POST, uri("messages"), token)
                .body(BodyInserters.fromMultipartData(Bodies.parts(message, file))), Answers::readIfReadable)
                .map(Payloads::posted);
    }

    private Mono<Message> postOnce(NewMessage message) {
        return send(HttpMethod.POST, Bodies.message(message), Answers::readIfReadable, "messages")
                .map(Payloads::posted);
    }

    private <T> Mono<T> get(Function<JsonNode, T> reader, String... path) {
        return read(client, token, uri(path)).map(reader);
    }

    private static Mono<JsonNode> read(ApiClient through, Supplier<Secret> token, URI uri) {
        return through.exchange(HttpMethod.GET, web -> request(web, HttpMethod.GET, uri, token), Answers::read);
    }

    private Mono<JsonNode> send(HttpMethod verb, Object body, Function<ClientResponse, Mono<JsonNode>> reader,
            String... path) {
        return send(client, verb, token, body, reader, uri(path));
    }

    private static Mono<JsonNode> send(ApiClient through, HttpMethod verb, Supplier<Secret> token, Object body,
            Function<ClientResponse, Mono<JsonNode>> reader, URI uri) {
        return through.exchange(verb, web -> request(web, verb, uri, token).contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body), reader);
    }

    private Mono<Void> remove(String... path) {
        return client.exchange(HttpMethod.DELETE, web -> request(web, HttpMethod.DELETE, uri(path), token),
                ClientResponse::releaseBody).onErrorResume(ApiException.status(404), _ -> Mono.empty());
    }

    private Mono<Page> page(URI uri) {
        return client.exchange(HttpMethod.GET, web -> request(web, HttpMethod.GET, uri, token),
                response -> Answers.read(response).map(json -> new Page(json, next(response))));
    }

    /** Only the query of the next page's address counts, so that the token goes nowhere but to the API. */
    private @Nullable URI next(ClientResponse response) {
        Matcher link = NEXT.matcher(String.join(", ", response.headers().header(HttpHeaders.LINK)));
        return link.find()
                ? UriComponentsBuilder.fromUri(uri("webhooks")).replaceQuery(URI.create(link.group(1)).getRawQuery())
                        .build(true).toUri()
                : null;
    }

    private static RequestBodySpec request(WebClient web, HttpMethod verb, URI uri, Supplier<Secret> token) {
        return web.method(verb).uri(uri).headers(headers -> headers.setBearerAuth(token.get().value()))
                .accept(MediaType.APPLICATION_JSON);
    }

    private URI uri(String... path) {
        return UriComponentsBuilder.fromUri(base).pathSegment(path).encode().build().toUri();
    }

    private static Mono<Joining> joining(ApiException failure) {
        return switch (failure.kind()) {
            case REFUSED, GONE -> Mono.just(failure.status() == 409
                    ? new Joining.AlreadyIn()
                    : new Joining.Refused(failure.status(), failure.reason()));
            case UNAVAILABLE, LIMITED, MISCONFIGURED, UNREADABLE -> Mono.error(failure);
        };
    }

    private record Page(JsonNode json, @Nullable URI next) {
    }
}
