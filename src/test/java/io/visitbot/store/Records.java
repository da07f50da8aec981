package io.visitbot.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.Actor;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Language;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.Notices.Notice;
import io.visitbot.visit.Place;
import io.visitbot.visit.Requester;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;

/** What a few visits leave in a store, and how to look for traces of it. */
final class Records {

    static final PhoneNumber PHONE = new PhoneNumber("+12025550142", 1);
    static final PhoneNumber OUT = new PhoneNumber("+12025550143", 1);
    static final Duration LIFE = Duration.ofHours(1);
    private static final String LINK = "https://guest.example.org/";

    final TestStore test;
    final StoredVisits visits;
    final StoredTexts texts;
    final StoredDrafts drafts;
    final StoredNotices notices;
    final StoredSecrets secrets;
    final Transactions transactions;
    final Vault vault;

    Records(TestStore test, Vault vault) {
        Store store = test.store();
        this.test = test;
        this.vault = vault;
        this.transactions = store.transactions();
        this.visits = new StoredVisits(transactions, store.jobs(), vault, test.audit());
        this.texts = new StoredTexts(transactions, store.jobs(), vault, test.audit(), test.clock);
        this.drafts = new StoredDrafts(transactions, vault, test.audit());
        this.notices = new StoredNotices(transactions);
        this.secrets = new StoredSecrets(transactions, vault.sealer());
    }

    /** A visit with its form, its text message that arrived, and what was said of it; ready, its links live an hour. */
    void addVisit(String id) {
        get(drafts.add(draft("n-" + id).with(PHONE), "event-" + id).thenReturn(id));
        get(visits.add(visit(id)));
        get(texts.plan(Actor.ITSELF, text(id)));
        get(notices.said(new Notice(id, "result", "message-7", 1, "ready")).thenReturn(id));
    }

    /** And somebody who wants no texts, and a secret. */
    void addAll() {
        addVisit("V-1");
        get(texts.optOut(OUT, true).thenReturn(true));
        get(secrets.keep("webhook-secret", "s3cret"));
    }

    Visit visit(String id) {
        Instant now = test.clock.instant();
        return new Visit(id, "form:n-" + id, "subject-1", new Place("space-1", null, false),
                new Requester("person-1", "lee@example.org", null), "patient-42", Language.ENGLISH, now,
                now.plus(LIFE), List.of("kim@example.org"), List.of(), PHONE, true,
                new Visit.State.Ready(new Meeting("https://host.example.org/" + id, "https://login.example.org/" + id,
                        LINK + id, "space-9", "sip-9@example.org", "25550142"), List.of(), now));
    }

    Text text(String visit) {
        Instant now = test.clock.instant();
        return new Text("t-" + visit, visit, PHONE, Text.Purpose.INVITE, 0, "Your visit: " + LINK + visit,
                TextStatus.DELIVERED, "SM" + visit, 0, now, now);
    }

    Draft draft(String nonce) {
        return new Draft(nonce, "subject-1", new Place("space-1", null, false),
                new Requester("person-1", "lee@example.org", null), "patient-42", test.clock.instant(), "form-7", null);
    }

    /** All that stands in the tables, as text. */
    String rows() {
        JdbcClient jdbc = test.jdbc();
        String tables = switch (test.database.dialect()) {
            case SQLITE -> "select name from sqlite_master where type = 'table'";
            case POSTGRESQL -> "select table_name from information_schema.tables where table_schema = current_schema()";
        };
        StringBuilder rows = new StringBuilder();
        jdbc.sql(tables).query(String.class).list()
                .forEach(table -> rows.append(jdbc.sql("select * from " + table).query().listOfRows()));
        return rows.toString();
    }

    /** Every byte of the files in an SQLite store's folder. */
    static String bytes(Path folder) {
        StringBuilder bytes = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "visit.db*")) {
            for (Path file : files) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return bytes.toString();
    }

    static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(20)));
    }
}
