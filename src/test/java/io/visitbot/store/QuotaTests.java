package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.Actor;
import io.visitbot.visit.Job.Kind;
import io.visitbot.visit.Language;
import io.visitbot.visit.Limit;
import io.visitbot.visit.LimitReachedException;
import io.visitbot.visit.Place;
import io.visitbot.visit.PlannedJob;
import io.visitbot.visit.Quota;
import io.visitbot.visit.Requester;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;
import io.visitbot.visit.Visits.Kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class QuotaTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final PhoneNumber PATIENT = new PhoneNumber("+12025550142", 1);
    private static final PhoneNumber RELATIVE = new PhoneNumber("+12025550143", 1);

    private final Dialect dialect;
    private TestStore test;
    private StoredVisits visits;
    private StoredTexts texts;

    QuotaTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(dialect, folder);
        Store store = test.store();
        visits = new StoredVisits(store.transactions(), store.jobs(), test.vault(TestStore.KEY), test.audit());
        texts = new StoredTexts(store.transactions(), store.jobs(), test.vault(TestStore.KEY), test.audit(),
                test.clock);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void refusesTheVisitThatIsOneTooManyAndLeavesNothingOfIt() {
        started("lee", 1, NOON);
        started("lee", 2, NOON.plusSeconds(60));

        assertThat(refusal(start("lee", 3, NOON.plusSeconds(120))).again()).isEqualTo(NOON.plus(HOUR));
        assertThat(test.count("visit", "1 = 1")).isEqualTo(2);
        assertThat(test.count("visit_person", "1 = 1")).isEqualTo(2);
        assertThat(test.count("scheduled_tasks", "1 = 1")).isEqualTo(2);
    }

    @Test
    void allowsOneMoreAsSoonAsItSaid() {
        started("lee", 1, NOON);
        started("lee", 2, NOON.plusSeconds(60));
        Instant again = refusal(start("lee", 3, NOON.plusSeconds(120))).again();

        refusal(start("lee", 3, again.minusMillis(1)));
        assertThat(get(start("lee", 3, again)).isNew()).isTrue();
    }

    @Test
    void countsEachPersonApart() {
        started("lee", 1, NOON);
        started("lee", 2, NOON);

        assertThat(get(start("ortiz", 3, NOON)).isNew()).isTrue();
    }

    @Test
    void givesTheVisitOfARepeatedRequestAndDoesNotCountItTwice() {
        started("lee", 1, NOON);
        assertThat(get(start("lee", 1, NOON)).isNew()).isFalse();
        started("lee", 2, NOON);

        assertThat(get(start("lee", 2, NOON)).isNew()).isFalse();
    }

    @Test
    void foretellsTheRefusal() {
        started("lee", 1, NOON);
        get(visits.check("lee", visits(NOON)).thenReturn(true));
        started("lee", 2, NOON);

        assertThat(refusal(visits.check("lee", visits(NOON))).again()).isEqualTo(NOON.plus(HOUR));
    }

    @Test
    void keepsToTheLimitExactlyWhenManyComeAtOnce() {
        List<Boolean> allowed = get(Flux.range(0, 24).flatMap(number -> start("lee", number, NOON).map(Kept::isNew)
                .onErrorReturn(LimitReachedException.class, false), 24).collectList());

        assertThat(allowed).filteredOn(isNew -> isNew).hasSize(2);
    }

    @Test
    void refusesTheTextThatIsOneTooManyOfAPerson() {
        get(ask("lee", "t-1", PATIENT, Limit.TEXTS));
        get(ask("lee", "t-2", RELATIVE, Limit.TEXTS));

        assertThat(refusal(ask("lee", "t-3", new PhoneNumber("+12025550144", 1), Limit.TEXTS)).limit())
                .isEqualTo(Limit.TEXTS);
        assertThat(get(ask("ortiz", "t-4", new PhoneNumber("+12025550144", 1), Limit.TEXTS)).id()).isEqualTo("t-4");
    }

    @Test
    void refusesTheTextThatIsOneTooManyToANumberWhoeverAsks() {
        get(ask("lee", "t-1", PATIENT, Limit.RECIPIENT));
        get(ask("ortiz", "t-2", PATIENT, Limit.RECIPIENT));

        assertThat(refusal(ask("kim", "t-3", PATIENT, Limit.RECIPIENT)).again()).isEqualTo(NOON.plus(HOUR));
        assertThat(get(ask("kim", "t-4", RELATIVE, Limit.RECIPIENT)).id()).isEqualTo("t-4");
        assertThat(test.count("text_message", "1 = 1")).isEqualTo(3);
    }

    @Test
    void givesTheTextThatStandsThoughNoMoreMayBeAskedFor() {
        get(ask("lee", "t-1", PATIENT, Limit.TEXTS));
        get(ask("lee", "t-2", PATIENT, Limit.TEXTS));
        Text again = text("t-1", PATIENT);

        assertThat(get(texts.planFor(new Actor("lee", ""), again, List.of(quota(Limit.TEXTS, NOON))))).isEqualTo(again);
    }

    @Test
    void doesNotCountWhatNobodyAskedFor() {
        for (int i = 0; i < 5; i++) {
            get(texts.plan(Actor.ITSELF, text("free-" + i, PATIENT)));
        }

        assertThat(get(ask("lee", "t-1", PATIENT, Limit.RECIPIENT)).id()).isEqualTo("t-1");
    }

    @Test
    void givesBackWhenARefusedTextMayBeSent() {
        Text refused = new Text("t-1", "V-1", PATIENT, Text.Purpose.INVITE, 0, "Your visit", TextStatus.FAILED, null,
                Limit.TEXTS.code(), NOON, NOON, NOON.plus(HOUR));
        get(texts.plan(Actor.ITSELF, refused));

        assertThat(get(texts.find("t-1"))).isEqualTo(refused);
    }

    private void started(String person, int number, Instant at) {
        assertThat(get(start(person, number, at)).isNew()).isTrue();
    }

    private Mono<Kept> start(String person, int number, Instant at) {
        Visit visit = new Visit("V-" + number, "event:" + number, "subject", new Place("space", null, false),
                new Requester(person, person + "@example.org", null), "patient", Language.ENGLISH, at, at.plus(HOUR),
                List.of("kim@example.org"), List.of(), null, false, new Visit.State.Opening());
        return visits.add(visit, visits(at), PlannedJob.of(Kind.OPEN, visit.id(), at));
    }

    private Mono<Text> ask(String person, String id, PhoneNumber to, Limit limit) {
        return texts.planFor(new Actor(person, ""), text(id, to), List.of(quota(limit, NOON)),
                PlannedJob.of(Kind.TEXT, id, NOON));
    }

    /** Each of a visit of its own. */
    private static Text text(String id, PhoneNumber to) {
        return new Text(id, "V-" + id, to, Text.Purpose.INVITE, 0, "Your visit", TextStatus.PLANNED, null, 0, NOON,
                NOON);
    }

    private static Quota visits(Instant now) {
        return quota(Limit.VISITS, now);
    }

    private static Quota quota(Limit limit, Instant now) {
        return new Quota(limit, 2, HOUR, now);
    }

    private static LimitReachedException refusal(Mono<?> asked) {
        return assertThatExceptionOfType(LimitReachedException.class).isThrownBy(asked::block).actual();
    }

    private static <T> T get(Mono<T> mono) {
        @Nullable
        T value = mono.block();
        return Objects.requireNonNull(value);
    }
}
