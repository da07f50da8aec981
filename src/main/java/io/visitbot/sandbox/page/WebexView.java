package io.visitbot.sandbox.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.node.NullNode;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Times;
import io.visitbot.sandbox.webex.Hook;
import io.visitbot.sandbox.webex.Membership;
import io.visitbot.sandbox.webex.Message;
import io.visitbot.sandbox.webex.Person;
import io.visitbot.sandbox.webex.Room;
import io.visitbot.sandbox.webex.Webex;

/** The pretend Webex as the page shows it. */
final class WebexView {

    private final Webex webex;

    WebexView(Webex webex) {
        this.webex = webex;
    }

    Map<String, Object> bot() {
        Person bot = webex.people().bot();
        return Fields.of("id", bot.id(), "name", bot.name(), "email", bot.email());
    }

    List<Map<String, Object>> people() {
        String home = webex.people().bot().orgId();
        return webex.people().humans().stream().map(person -> Fields.of("key", person.key(), "id", person.id(), "name",
                person.name(), "email", person.email(), "external", !person.orgId().equals(home))).toList();
    }

    List<Map<String, Object>> spaces() {
        return webex.rooms().all().stream().map(this::space).toList();
    }

    private Map<String, Object> space(Room room) {
        List<Person> members = webex.rooms().membersOf(room.id()).stream().map(Membership::person).toList();
        return Fields.of("id", room.id(), "title", room.title(), "type", room.type(), "memberKeys",
                members.stream().filter(person -> !person.isBot()).map(Person::key).filter(Objects::nonNull).toList(),
                "members", members.stream().map(Person::name).toList(), "botIsMember",
                members.stream().anyMatch(Person::isBot), "virtual", room.virtual());
    }

    List<Map<String, Object>> messages() {
        return webex.messages().all().stream().map(WebexView::message).toList();
    }

    private static Map<String, Object> message(Message message) {
        Person author = message.author();
        Map<String, Object> view = Fields.of("id", message.id(), "spaceId", message.room().id(), "parentId",
                message.parentId(), "authorId", author.id(), "authorName", author.name(), "authorKey",
                author.isBot() ? null : author.key(), "isBot", author.isBot(), "html", message.body().html(),
                "markdown",
                message.body().markdown(), "text", message.body().text(), "card", message.card(), "created",
                Times.iso(message.created()), "edits", message.edits());
        view.put("files", files(message));
        List.of("parentId", "authorKey", "html", "markdown", "card")
                .forEach(name -> view.putIfAbsent(name, NullNode.instance));
        view.put("updated", message.updated() == null ? NullNode.instance : Times.iso(message.updated()));
        return view;
    }

    private static List<Map<String, Object>> files(Message message) {
        Message.Upload file = message.file();
        return file == null
                ? List.of()
                : List.of(Fields.of("name", file.name(), "href", "/sandbox/api/files/" + file.id()));
    }

    List<Map<String, Object>> webhooks() {
        return webex.webhooks().all().stream().map(WebexView::webhook).toList();
    }

    private static Map<String, Object> webhook(Hook hook) {
        return Fields.of("id", hook.id(), "name", hook.name(), "targetUrl", hook.targetUrl(), "resource",
                hook.resource(), "event", hook.event(), "status", hook.status());
    }
}
