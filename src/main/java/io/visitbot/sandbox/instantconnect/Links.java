package io.visitbot.sandbox.instantconnect;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.visitbot.sandbox.journal.Bounded;
import io.visitbot.sandbox.webex.Person;

/** Makes links and remembers the newest 10,000 short ones. */
final class Links {

    private static final int MAX_SHORT = 10_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Ciphers ciphers;
    private final RandomGenerator random;
    private final Supplier<UUID> ids;
    private final Map<String, String> paths = Bounded.map(MAX_SHORT);

    Links(Ciphers ciphers, RandomGenerator random, Supplier<UUID> ids) {
        this.ciphers = ciphers;
        this.random = random;
        this.ids = ids;
    }

    /** A link: its cipher, and its short name if one was asked for. */
    record Link(String cipher, @Nullable String shortName) {
    }

    List<Link> make(LinkRequest request, boolean host, Person creator) {
        return IntStream.range(0, host ? request.hosts() : request.guests()).mapToObj(_ -> one(request, host, creator))
                .toList();
    }

    private Link one(LinkRequest request, boolean host, Person creator) {
        long nbf = request.nbf() == null ? 0 : request.nbf();
        Ticket ticket = new Ticket(ids.get().toString(), request.subject(), host, creator.id(), nbf, request.exp(),
                host ? request.devices() : List.of());
        String cipher = ciphers.seal(ticket, request.sealing());
        return new Link(cipher, request.shortUrls() ? shortName(request, host, cipher) : null);
    }

    private synchronized String shortName(LinkRequest request, boolean host, String cipher) {
        String name = random.ints(7, 0, ALPHABET.length()).mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
        String page = host && request.loginForHost() ? "login" : "talk";
        paths.put(name, "/" + request.vertical() + "/v1/" + page + "?int=jose&v=1&data=" + cipher);
        return name;
    }

    /** Where a short link leads, null when it is not known. */
    synchronized @Nullable String path(String shortName) {
        return paths.get(shortName);
    }
}
