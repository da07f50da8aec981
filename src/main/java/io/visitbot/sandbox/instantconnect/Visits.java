package io.visitbot.sandbox.instantconnect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.visitbot.sandbox.journal.Bounded;
import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.room.Devices;
import io.visitbot.sandbox.webex.Person;
import io.visitbot.sandbox.webex.Room;
import io.visitbot.sandbox.webex.Webex;

/** The visits: one temporary space each, made when it is first needed, with whoever came in. */
final class Visits {

    private static final int MAX_VISITS = 2_000;

    private final Journal journal;
    private final Webex webex;
    private final Devices devices;
    private final Map<String, Visit> visits = Bounded.map(MAX_VISITS);
    private final Map<String, Person> guests = Bounded.map(MAX_VISITS * 5);

    Visits(Journal journal, Webex webex, Devices devices) {
        this.journal = journal;
        this.webex = webex;
        this.devices = devices;
    }

    private record Visit(Room room, Set<String> hosts, Set<String> waiting) {
    }

    synchronized void reset() {
        visits.clear();
        guests.clear();
    }

    /** The space of the ticket's visit. */
    synchronized Room room(Ticket ticket) {
        return visit(ticket).room();
    }

    private Visit visit(Ticket ticket) {
        return visits.computeIfAbsent(ticket.visit(), sub -> new Visit(
                webex.rooms().create("Virtual Visit - " + sub, webex.people().byId(ticket.creatorId()), true),
                new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    /** The one who holds the ticket, as a guest in the visit's space. */
    synchronized Person guest(Ticket ticket) {
        Room room = room(ticket);
        return guests.computeIfAbsent(ticket.id(), _ -> {
            Person guest = webex.people().guest(ticket.host() ? "Host" : "Guest");
            webex.rooms().add(room, guest, guest, false);
            return guest;
        });
    }

    /** A host enters; the devices named in the link ring. */
    synchronized void hostEnters(Ticket ticket, String name) {
        Visit visit = visit(ticket);
        visit.hosts().add(name);
        ticket.devices().forEach(uri -> devices.ring(uri, visit.room().sipAddress()));
        journal.changes().happened();
    }

    synchronized void hostLeaves(Ticket ticket, String name) {
        visit(ticket).hosts().remove(name);
        journal.changes().happened();
    }

    /** The patient's page is open. */
    synchronized void guestWaits(Ticket ticket) {
        visit(ticket).waiting().add(ticket.id());
    }

    /** Whether somebody of the staff is there, by browser or by device. */
    synchronized boolean hasBegun(Ticket ticket) {
        Visit visit = visit(ticket);
        return !visit.hosts().isEmpty() || !devices.in(visit.room().sipAddress()).isEmpty();
    }

    synchronized List<String> present(Ticket ticket) {
        Visit visit = visit(ticket);
        List<String> names = new ArrayList<>(visit.hosts());
        names.addAll(devices.in(visit.room().sipAddress()));
        visit.waiting().forEach(_ -> names.add("Patient"));
        return names;
    }
}
