package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
import io.visitbot.visit.Admission;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Job.Kind;
import io.visitbot.visit.Language;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.Notices.Notice;
import io.visitbot.visit.Place;
import io.visitbot.visit.PlannedJob;
import io.visitbot.visit.Requester;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;
import io.visitbot.visit.Visit.State;
import io.visitbot.visit.Visits.IdTakenException;
import io.visitbot.visit.Visits.Kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class RecordTests {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");
    private static final PhoneNumber PHONE = new PhoneNumber("+12025550142", 1);
    private static final Meeting MEETING = new Meeting("https://host.example.org", "https://login.example.org",
            "https://guest.example.org", "space-9", null, "25550142");
    private static final PlannedJob JOB = PlannedJob.of(Kind.OPEN, "V-1", NOW);

    private final Dialect dialect;
    private TestStore test;
    private StoredVisits visits;
    private StoredTexts texts;
    private StoredDrafts drafts;
    private StoredNotices notices;
    private Transactions transactions;

    RecordTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(dialect, folder);
        Store store = test.store();
        transactions = store.transactions();
        Vault vault = test.vault(TestStore.KEY);
        visits = new StoredVisits(transactions, store.jobs(), vault, test.audit());
        texts = new StoredTexts(transactions, store.jobs(), vault, test.audit(), test.clock);
        drafts = new StoredDrafts(transactions, vault, test.audit());
        notices = new StoredNotices(transactions);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void givesBackVisitAsItWasInEveryState() {
        Stream<State> states = Stream.of(new State.Opening(),
                new State.Ready(MEETING, List.of(
                        new Admission("lee@example.org", Admission.Outcome.REFUSED, "not in the organisation"),
                        new Admission("kim@example.org", Admission.Outcome.ADDED, null)), NOW),
                new State.Cancelled(null, "person-1", NOW), new State.Cancelled(MEETING, "person-1", NOW),
                new State.Failed("R-ABC234", NOW));

        get(visits.add(visit("V-1", "form:1")));
        states.forEach(state -> {
            get(visits.change("V-1", visit -> visit.with(state)));
            assertThat(get(visits.find("V-1"))).isEqualTo(visit("V-1", "form:1").with(state));
        });
    }

    @Test
    void givesEarlierVisitAndPlansNothingWhenOriginIsKnown() {
        assertThat(get(visits.add(visit("V-1", "form:1")))).isEqualTo(new Kept(visit("V-1", "form:1"), true));

        assertThat(get(visits.add(visit("V-2", "form:1"), JOB))).isEqualTo(new Kept(visit("V-1", "form:1"), false));
        assertThat(jobs()).isZero();
    }

    @Test
    void keepsOneVisitWhenSameOriginComesConcurrently() {
        List<Kept> kept = get(Flux.range(0, 24)
                .flatMap(number -> visits.add(visit("V-" + number, "form:1"), JOB), 24).collectList());

        assertThat(kept).filteredOn(Kept::isNew).hasSize(1);
        assertThat(kept).extracting(one -> one.visit().id()).containsOnly(kept.getFirst().visit().id());
    }

    @Test
    void refusesVisitWhoseIdIsTaken() {
        get(visits.add(visit("V-1", "form:1")));

        assertThatExceptionOfType(IdTakenException.class)
                .isThrownBy(() -> get(visits.add(visit("V-1", "form:2"), JOB)));
        assertThat(jobs()).isZero();
    }

    @Test
    void plansJobTogetherWithVisit() {
        get(visits.add(visit("V-1", "form:1"), JOB));

        assertThat(jobs()).isOne();
    }

    @Test
    void undoesChangeWhenItThrows() {
        get(visits.add(visit("V-1", "form:1")));
        UnaryOperator<Visit> refused = visit -> {
            throw new IllegalStateException("too late");
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> get(visits.change("V-1", refused, JOB))).withMessage("too late");
        assertThat(jobs()).isZero();
    }

    @Test
    void plansJobThoughNothingChanges() {
        get(visits.add(visit("V-1", "form:1")));

        assertThat(get(visits.change("V-1", UnaryOperator.identity(), JOB))).isEqualTo(visit("V-1", "form:1"));
        assertThat(jobs()).isOne();
    }

    @Test
    void changesNothingWhenVisitIsUnknown() {
        assertThat(visits.change("V-1", UnaryOperator.identity(), JOB).blockOptional()).isEmpty();
        assertThat(visits.find("V-1").blockOptional()).isEmpty();
        assertThat(visits.findByOrigin("form:1").blockOptional()).isEmpty();
        assertThat(jobs()).isZero();
    }

    @Test
    void losesNoneOfManyConcurrentChanges() {
        get(visits.add(visit("V-1", "form:1")));

        get(Flux.range(0, 40).flatMap(number -> visits.change("V-1",
                visit -> visit.until(visit.until().plusSeconds(1))), 40).collectList());

        assertThat(get(visits.findByOrigin("form:1")).until())
                .isEqualTo(visit("V-1", "form:1").until().plusSeconds(40));
    }

    @Test
    void listsVisitsOfSpaceNewestFirst() {
        Flux.range(1, 4).concatMap(number -> visits.add(at(NOW.plusSeconds(number), "V-" + number))).blockLast();

        assertThat(get(visits.inSpace("space-1", 3).map(Visit::id).collectList())).containsExactly("V-4", "V-3", "V-2");
        assertThat(get(visits.inSpace("space-2", 3).collectList())).isEmpty();
    }

    @Test
    void listsVisitsOfRequesterAndOfColleague() {
        get(visits.add(visit("V-1", "form:1")));
        get(visits.change("V-1", visit -> visit.people(List.of("Kim@Example.org"))));

        assertThat(ofPerson("person-1", "nobody@example.org")).containsExactly("V-1");
        assertThat(ofPerson("person-2", "KIM@example.org")).containsExactly("V-1");
        assertThat(ofPerson("person-2", "lee@example.org")).isEmpty();
    }

    @Test
    void listsVisitNoLongerForColleagueWhoWasNotAdded() {
        get(visits.add(visit("V-1", "form:1").people(List.of("Kim@example.org", "lee@elsewhere.example"))));
        assertThat(ofPerson("person-2", "lee@elsewhere.example")).containsExactly("V-1");

        get(visits.change("V-1", visit -> visit.with(new State.Ready(MEETING, List.of(), NOW))
                .people(List.of("Kim@example.org"))));

        assertThat(ofPerson("person-2", "lee@elsewhere.example")).isEmpty();
        assertThat(ofPerson("person-3", "kim@example.org")).containsExactly("V-1");
        assertThat(test.count("visit_person", "visit = 'V-1'")).isOne();
    }

    @Test
    void leavesColleaguesAsTheyWereWhenChangeIsUndone() {
        get(visits.add(visit("V-1", "form:1")));
        PlannedJob unplannable = new PlannedJob(JOB.job(), Instant.MAX);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> get(visits.change("V-1", visit -> visit.people(List.of()), unplannable)));

        assertThat(ofPerson("person-2", "kim@example.org")).containsExactly("V-1");
        assertThat(get(visits.find("V-1")).people()).containsExactly("kim@example.org");
    }

    @Test
    void keepsOneTextForEachRoundOfAPurpose() {
        Text first = text("t-1", 0);

        assertThat(get(texts.plan(Actor.ITSELF, first, JOB))).isEqualTo(first);
        assertThat(get(texts.plan(Actor.ITSELF, text("t-2", 0), PlannedJob.of(Kind.TEXT, "t-2", NOW))))
                .isEqualTo(first);
        assertThat(get(texts.plan(Actor.ITSELF, text("t-3", 1)))).isEqualTo(text("t-3", 1));

        assertThat(get(texts.of("V-1").map(Text::id).collectList())).containsExactly("t-1", "t-3");
        assertThat(jobs()).isOne();
    }

    @Test
    void findsTextByTheServicesIdAfterChange() {
        get(texts.plan(Actor.ITSELF, text("t-1", 0)));

        Text sent = get(texts.change("t-1", text -> text.with(TextStatus.FAILED, "SM1", 30006, NOW), JOB));

        assertThat(get(texts.findByProvider("SM1"))).isEqualTo(sent).isEqualTo(get(texts.find("t-1")));
        assertThat(sent.errorCode()).isEqualTo(30006);
        assertThat(jobs()).isOne();
        assertThat(texts.change("t-9", UnaryOperator.identity()).blockOptional()).isEmpty();
    }

    @Test
    void remembersWhoWantsNoTexts() {
        assertThat(get(texts.hasOptedOut(PHONE))).isFalse();
        texts.optOut(PHONE, true).then(texts.optOut(PHONE, true)).block();
        assertThat(get(texts.hasOptedOut(PHONE))).isTrue();
        texts.optOut(PHONE, false).block();
        assertThat(get(texts.hasOptedOut(PHONE))).isFalse();
    }

    @Test
    void findsDraftByNonceAndByMessage() {
        drafts.add(draft("n-1", NOW), "event-1").then(drafts.shown("n-1", "message-7")).block();

        Draft found = get(drafts.find("n-1"));

        assertThat(found.message()).isEqualTo("message-7");
        assertThat(get(drafts.findByMessage("message-7"))).isEqualTo(found);
        assertThat(found.place()).isEqualTo(draft("n-1", NOW).place());
        assertThat(found.requester()).isEqualTo(draft("n-1", NOW).requester());
        assertThat(drafts.find("n-2").blockOptional()).isEmpty();
    }

    @Test
    void keepsOneDraftForOneRequest() {
        Draft first = get(drafts.add(draft("n-1", NOW), "event-1"));

        assertThat(get(drafts.add(draft("n-2", NOW), "event-1"))).isEqualTo(first);
        assertThat(get(drafts.findByRequest("event-1"))).isEqualTo(first);
        assertThat(drafts.findByRequest("event-2").blockOptional()).isEmpty();
        assertThat(drafts.find("n-2").blockOptional()).isEmpty();
    }

    @Test
    void countsDraftsThatBecameNoVisit() {
        Stream.of(draft("old", NOW.minusSeconds(600)), draft("used", NOW), draft("open", NOW))
                .forEach(draft -> drafts.add(draft, "event-" + draft.nonce()).block());
        get(visits.add(visit("V-1", "form:used")));

        assertThat(get(drafts.open("person-1", NOW.minusSeconds(60)))).isOne();
        assertThat(get(drafts.open("person-2", NOW.minusSeconds(60)))).isZero();
    }

    @Test
    void letsOneBeginANotice() {
        List<Notice> begun = get(Flux.range(0, 16).flatMap(number -> notices.begin("V-1", "result"), 16).collectList());

        assertThat(begun).containsExactly(new Notice("V-1", "result", null, 0, ""));
    }

    @Test
    void remembersWhatWasSaid() {
        get(notices.begin("V-1", "result"));
        Notice said = new Notice("V-1", "result", "message-7", 2, "ready");
        notices.said(said).block();
        notices.forget("V-1", "result").block();

        assertThat(get(notices.find("V-1", "result"))).isEqualTo(said);
    }

    @Test
    void mayBeginAgainWhatIsKnownNotToHaveBeenSaid() {
        get(notices.begin("V-1", "result"));
        notices.forget("V-1", "result").block();

        assertThat(notices.find("V-1", "result").blockOptional()).isEmpty();
        assertThat(notices.begin("V-1", "result").blockOptional()).isPresent();
    }

    @Test
    void keepsFirstSecretOfAName() {
        StoredSecrets secrets = new StoredSecrets(transactions, Sealer.with(List.of(TestStore.KEY)));

        assertThat(get(secrets.keep("webhook-secret", "one"))).isEqualTo("one");
        assertThat(get(secrets.keep("webhook-secret", "two"))).isEqualTo("one");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> secrets.keep("webhook", "one"));
    }

    private List<String> ofPerson(String person, String email) {
        return get(visits.ofPerson(person, email, 5).map(Visit::id).collectList());
    }

    private long jobs() {
        return test.count("scheduled_tasks", "task_name = 'job'");
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(20)));
    }

    private static Visit visit(String id, String origin) {
        return new Visit(id, origin, "subject-1", new Place("space-1", null, false),
                new Requester("person-1", "lee@example.org", ZoneId.of("America/New_York")), "patient-42",
                Language.SPANISH, NOW, NOW.plusSeconds(3600), List.of("kim@example.org"), List.of("room@example.org"),
                PHONE,
                true, new State.Opening());
    }

    private static Visit at(Instant requested, String id) {
        Visit visit = visit(id, "form:" + id);
        return new Visit(id, visit.origin(), visit.subject(), visit.place(), visit.requester(), visit.label(),
                visit.language(), requested, visit.until(), List.of(), List.of(), null, false, visit.state());
    }

    private static Text text(String id, int round) {
        return new Text(id, "V-1", PHONE, Text.Purpose.INVITE, round, "Your visit", TextStatus.PLANNED, null, 0, NOW,
                NOW);
    }

    private static Draft draft(String nonce, Instant at) {
        return new Draft(nonce, "subject-1", new Place("space-1", "thread-1", true),
                new Requester("person-1", "lee@example.org", null), "patient-42", at, null, null);
    }
}
