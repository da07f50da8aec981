package io.visitbot.sandbox.webex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Who there is: a fixed cast, guests of visits, and colleagues who are known only by their address. */
public final class People {

    /** The organisation of the bot and the two clinicians. */
    public static final UUID ORG = UUID.fromString("5b1e7a30-2c3d-41f0-9a4b-0c1d2e3f4a5b");
    private static final String ORG_ID = WebexId.of("ORGANIZATION", ORG);
    private static final String OTHER_ORG_ID = WebexId.fixed("ORGANIZATION", "elsewhere");
    private static final int MAX_PEOPLE = 5_000;
    private static final Pattern COMMA = Pattern.compile(",");

    private final Supplier<UUID> ids;
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> byToken = new LinkedHashMap<>();

    People(Supplier<UUID> ids) {
        this.ids = ids;
        reset();
    }

    void reset() {
        synchronized (this) {
            byId.clear();
            byToken.clear();
            cast().forEach(this::put);
        }
    }

    private static List<Person> cast() {
        return List.of(
                new Person(WebexId.fixed("PEOPLE", "bot"), "bot", "visit@webex.bot", "Visit", "bot", ORG_ID, null,
                        "sandbox-bot-token"),
                new Person(WebexId.fixed("PEOPLE", "lee"), "lee", "dr.lee@example.org", "Dr. Lee", "person", ORG_ID,
                        "America/New_York", "sandbox-user-lee"),
                new Person(WebexId.fixed("PEOPLE", "ortiz"), "ortiz", "nurse.ortiz@example.org", "Nurse Ortiz",
                        "person",
                        ORG_ID, "America/Mexico_City", "sandbox-user-ortiz"),
                new Person(WebexId.fixed("PEOPLE", "vendor"), "vendor", "vendor@elsewhere.example", "Visiting Vendor",
                        "person", OTHER_ORG_ID, null, "sandbox-user-vendor"));
    }

    private void put(Person person) {
        byId.put(person.id(), person);
        if (person.token() != null) {
            byToken.put(person.token(), person);
        }
    }

    /** The bot whose token the sandbox gives out. */
    public Person bot() {
        return byKey("bot");
    }

    /** One of the cast; refused when there is no such key. */
    public synchronized Person byKey(String key) {
        return byId.values().stream().filter(person -> key.equals(person.key())).findFirst()
                .orElseThrow(() -> Refusal.notFound("There is nobody called " + key + " in the sandbox."));
    }

    /** Revokes the bot's token; from now on this one is valid. */
    public synchronized void giveBot(String token) {
        Person bot = bot();
        forget(bot);
        put(new Person(bot.id(), bot.key(), bot.email(), bot.name(), bot.type(), bot.orgId(), bot.timezone(), token));
    }

    /** The one who holds the token. */
    public synchronized Optional<Person> byToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    public synchronized Person byId(String id) {
        Person person = byId.get(id);
        if (person == null) {
            throw Refusal.notFound("Person not found.");
        }
        return person;
    }

    public synchronized Optional<Person> byEmail(String email) {
        return byId.values().stream().filter(person -> person.email().equalsIgnoreCase(email)).findFirst();
    }

    /** The cast without the bot. */
    public synchronized List<Person> humans() {
        return byId.values().stream().filter(person -> person.key() != null && !person.isBot()).toList();
    }

    /** A new guest of a visit, with a token. */
    public synchronized Person guest(String name) {
        UUID uuid = ids.get();
        Person guest = new Person(WebexId.of("PEOPLE", uuid), null, uuid + "@appid.ciscospark.com", name, "appuser",
                ORG_ID,
                null, "Z3Vlc3Q_PF84_" + ids.get());
        keep(guest);
        return guest;
    }

    /** The one with this address; whoever is at example.org or example.com becomes known by being asked for. */
    synchronized Person invited(String email) {
        String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return byEmail(email).orElseGet(() -> switch (domain) {
            case "example.org" -> stranger(email, ORG_ID);
            case "example.com" -> stranger(email, OTHER_ORG_ID);
            case "refused.example" ->
                throw Refusal
                        .forbidden("The user's organization does not allow joining spaces of other organizations.");
            default -> throw Refusal.notFound("Unable to find a user with this email address.");
        });
    }

    private Person stranger(String email, String orgId) {
        Person person = new Person(WebexId.of("PEOPLE", ids.get()), null, email, email, "person", orgId, null, null);
        keep(person);
        return person;
    }

    private void keep(Person person) {
        if (byId.size() >= MAX_PEOPLE) {
            byId.values().stream().filter(known -> known.key() == null).findFirst().ifPresent(this::forget);
        }
        put(person);
    }

    private void forget(Person person) {
        byId.remove(person.id());
        byToken.values().remove(person);
    }

    /** Those of the comma-separated ids that are known. */
    synchronized List<Person> known(String idList) {
        return COMMA.splitAsStream(idList).map(byId::get).filter(Objects::nonNull).toList();
    }

    List<Person> search(Person reader, String email) {
        return byEmail(email).filter(person -> person.orgId().equals(reader.orgId())).stream().toList();
    }
}
