package io.visitbot.webex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Secret;

/** Webex as the bot sees it, kept in memory: remembers what was said and shows people, messages and actions as told. */
public final class WebexOnPaper implements WebexApi {

    public static final Person BOT = new Person("bot", List.of("visit@webex.bot"), "Visit", "org", Person.Type.BOT,
            null);

    public final Map<String, Person> people = new LinkedHashMap<>();
    public final Map<String, Message> messages = new LinkedHashMap<>();
    public final Map<String, AttachmentAction> actions = new LinkedHashMap<>();
    /** Titles of spaces that are not the ward. */
    public final Map<String, String> rooms = new LinkedHashMap<>();
    public final List<Said> said = new ArrayList<>();
    public final List<String> edited = new ArrayList<>();
    public final List<String> deleted = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public Function<NewMessage, @Nullable RuntimeException> troubleWithPosting = _ -> null;
    public @Nullable ApiException troubleWithEditing;
    public @Nullable ApiException troubleWithReading;

    /** What was posted, with the id it got. */
    public record Said(String id, NewMessage message, @Nullable NewFile file) {

        public String words() {
            return message.markdown();
        }

        public boolean isPrivate() {
            return message.toPersonId() != null;
        }
    }

    /** How a call to Webex fails. */
    public static ApiException failure(ApiException.Kind kind, int status) {
        ApiException.Builder failure = ApiException.of("webex", kind).status(status);
        return kind == ApiException.Kind.UNAVAILABLE ? failure.build() : failure.notProcessed().build();
    }

    @Override
    public Mono<Person> me() {
        return called("me", () -> BOT);
    }

    @Override
    public Mono<Person> person(String personId) {
        return called("person", () -> people.get(personId));
    }

    @Override
    public Mono<Message> message(String messageId) {
        return called("message", () -> messages.get(messageId));
    }

    @Override
    public Mono<AttachmentAction> attachmentAction(String actionId) {
        return called("attachmentAction", () -> actions.get(actionId));
    }

    @Override
    public Mono<Message> post(NewMessage message) {
        return Mono.defer(() -> {
            calls.add("post");
            RuntimeException trouble = troubleWithPosting.apply(message);
            return trouble == null ? Mono.just(posted(message, null)) : Mono.error(trouble);
        });
    }

    @Override
    public Mono<Message> post(NewMessage message, NewFile file) {
        return Mono.fromSupplier(() -> posted(message, file));
    }

    @Override
    public Mono<Message> edit(String messageId, String roomId, String markdown) {
        return Mono.defer(() -> {
            calls.add("edit");
            if (troubleWithEditing != null) {
                return Mono.error(troubleWithEditing);
            }
            edited.add(messageId + ": " + markdown);
            return Mono.just(message(messageId, roomId));
        });
    }

    @Override
    public Mono<Void> delete(String messageId) {
        return Mono.fromRunnable(() -> deleted.add(messageId));
    }

    @Override
    public Mono<Room> room(String roomId) {
        return Mono.fromSupplier(() -> new Room(roomId, rooms.getOrDefault(roomId, "Ward 3"), RoomType.GROUP));
    }

    @Override
    public Mono<MeetingInfo> meetingInfo(String roomId) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<MeetingInfo> meetingInfo(String roomId, Secret token) {
        return meetingInfo(roomId);
    }

    @Override
    public Mono<Joining> addMember(String roomId, String email) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Joining> addMember(String roomId, String email, Secret token) {
        return addMember(roomId, email);
    }

    @Override
    public Flux<Webhook> webhooks() {
        return Flux.empty();
    }

    @Override
    public Mono<Webhook> createWebhook(NewWebhook webhook) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Webhook> updateWebhook(String webhookId, NewWebhook webhook) {
        return createWebhook(webhook);
    }

    @Override
    public Mono<Void> deleteWebhook(String webhookId) {
        return Mono.empty();
    }

    private <T> Mono<T> called(String verb, java.util.function.Supplier<@Nullable T> found) {
        return Mono.defer(() -> {
            calls.add(verb);
            if (troubleWithReading != null) {
                return Mono.error(troubleWithReading);
            }
            T value = found.get();
            return value == null ? Mono.error(failure(ApiException.Kind.GONE, 404)) : Mono.just(value);
        });
    }

    private Message posted(NewMessage message, @Nullable NewFile file) {
        Said now = new Said("said-" + (said.size() + 1), message, file);
        said.add(now);
        return message(now.id(), Objects.requireNonNullElse(message.roomId(), "direct"));
    }

    private static Message message(String id, String room) {
        return new Message(id, null, room, RoomType.GROUP, "", null, BOT.id(), BOT.email(), List.of(), Instant.EPOCH,
                null);
    }
}
