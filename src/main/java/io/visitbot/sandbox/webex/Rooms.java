package io.visitbot.sandbox.webex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.visitbot.sandbox.journal.Journal;

/** The spaces and who is in them. */
public final class Rooms {

    private static final int MAX_ROOMS = 2_000;

    private final Journal journal;
    private final People people;
    private final Webhooks webhooks;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<String, Map<String, Membership>> members = new LinkedHashMap<>();

    Rooms(Journal journal, People people, Webhooks webhooks) {
        this.journal = journal;
        this.people = people;
        this.webhooks = webhooks;
        reset();
    }

    void reset() {
        synchronized (this) {
            rooms.clear();
            members.clear();
            furnish("ward-3", "Ward 3", "group", "lee", "ortiz", "vendor", "bot");
            furnish("cardiology", "Cardiology", "group", "lee", "ortiz");
            furnish("lee-bot", "Dr. Lee", "direct", "lee", "bot");
            furnish("ortiz-bot", "Nurse Ortiz", "direct", "ortiz", "bot");
        }
    }

    private void furnish(String name, String title, String type, String... keys) {
        Room room = new Room(WebexId.fixed("ROOM", name), title, type, false, people.byKey(keys[0]).id(),
                journal.clock().instant());
        rooms.put(room.id(), room);
        Stream.of(keys).map(people::byKey).forEach(person -> join(room, person, false));
    }

    private Membership join(Room room, Person person, boolean moderator) {
        Membership membership = new Membership(WebexId.of("MEMBERSHIP", journal.ids().get()), room, person, moderator,
                journal.clock().instant());
        members.computeIfAbsent(room.id(), _ -> new LinkedHashMap<>()).put(person.id(), membership);
        return membership;
    }

    public synchronized Collection<Room> all() {
        return List.copyOf(rooms.values());
    }

    /** The space; refused when there is none with this id. */
    public synchronized Room get(String id) {
        Room room = rooms.get(id);
        if (room == null) {
            throw Refusal.notFound("Could not find a room with provided ID.");
        }
        return room;
    }

    /** The space, if the person is in it; else refused as if it were not there. */
    synchronized Room seen(String id, Person reader) {
        Room room = get(id);
        if (!isMember(id, reader)) {
            throw Refusal.notFound("Could not find a room with provided ID.");
        }
        return room;
    }

    public synchronized boolean isMember(String roomId, Person person) {
        return members.getOrDefault(roomId, Map.of()).containsKey(person.id());
    }

    /** Tells who is in the space now; needs no lock later. */
    synchronized Predicate<Person> present(String roomId) {
        return Set.copyOf(membersOf(roomId).stream().map(Membership::person).toList())::contains;
    }

    public synchronized List<Membership> membersOf(String roomId) {
        return List.copyOf(members.getOrDefault(roomId, Map.of()).values());
    }

    synchronized List<Room> of(Person person) {
        return rooms.values().stream().filter(room -> isMember(room.id(), person)).toList();
    }

    synchronized List<Membership> membershipsOf(Person person) {
        return members.values().stream().flatMap(there -> there.values().stream())
                .filter(membership -> membership.person().equals(person)).toList();
    }

    /** Makes a group space with its creator in it. */
    public synchronized Room create(String title, Person creator, boolean virtual) {
        if (rooms.size() >= MAX_ROOMS) {
            rooms.values().stream().filter(Room::virtual).findFirst().ifPresent(this::forget);
        }
        Room room = new Room(WebexId.of("ROOM", journal.ids().get()), title, "group", virtual, creator.id(),
                journal.clock().instant());
        rooms.put(room.id(), room);
        Membership first = join(room, creator, true);
        webhooks.publish(new Event("rooms", "created", creator.id(), room.view(), creator::equals));
        announce("created", first, creator);
        return room;
    }

    private void forget(Room room) {
        rooms.remove(room.id());
        members.remove(room.id());
    }

    /** The 1:1 space of two people, made when it is first needed. */
    public synchronized Room direct(Person one, Person other) {
        return rooms.values().stream().filter(room -> !room.isGroup())
                .filter(room -> isMember(room.id(), one) && isMember(room.id(), other)).findFirst()
                .orElseGet(() -> openDirect(one, other));
    }

    private Room openDirect(Person one, Person other) {
        Room room = new Room(WebexId.of("ROOM", journal.ids().get()), one.isBot() ? other.name() : one.name(), "direct",
                false, one.id(), journal.clock().instant());
        rooms.put(room.id(), room);
        Membership first = join(room, one, false);
        Membership second = join(room, other, false);
        announce("created", first, one);
        announce("created", second, one);
        return room;
    }

    /** Adds somebody; refused when already in, or when the space is 1:1. */
    public synchronized Membership add(Room room, Person person, Person actor, boolean moderator) {
        if (!room.isGroup()) {
            throw Refusal.forbidden("A direct room cannot take another member.");
        }
        if (isMember(room.id(), person)) {
            throw Refusal.conflict("User is already a participant in the room.");
        }
        Membership membership = join(room, person, moderator);
        announce("created", membership, actor);
        return membership;
    }

    synchronized Membership membership(String id) {
        return find(membership -> membership.id().equals(id))
                .orElseThrow(() -> Refusal.notFound("Could not find a membership with provided ID."));
    }

    /** Somebody's place in a space. */
    public synchronized Optional<Membership> membership(String roomId, Person person) {
        return find(membership -> membership.room().id().equals(roomId) && membership.person().equals(person));
    }

    private Optional<Membership> find(Predicate<Membership> wanted) {
        List<Membership> all = new ArrayList<>();
        members.values().forEach(there -> all.addAll(there.values()));
        return all.stream().filter(wanted).findFirst();
    }

    /** Takes somebody out of a group space. */
    public synchronized void remove(Membership membership, Person actor) {
        if (!membership.room().isGroup()) {
            throw Refusal.forbidden("A direct room cannot be left.");
        }
        announce("deleted", membership, actor);
        members.getOrDefault(membership.room().id(), Map.of()).remove(membership.person().id());
    }

    private void announce(String event, Membership membership, Person actor) {
        String roomId = membership.room().id();
        webhooks.publish(new Event("memberships", event, actor.id(), membership.view(), present(roomId)));
        journal.changes().happened();
    }
}
