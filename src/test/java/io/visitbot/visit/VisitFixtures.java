package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.audit.AuditOnPaper;
import io.visitbot.audit.Deeds;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;

/** The heart on paper: ports kept in memory, a clock that is set by hand, an engine and a messenger that do as told. */
public final class VisitFixtures {

    public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    public static final PhoneNumber PATIENT = new PhoneNumber("+12025550142", 1);
    public static final Meeting MEETING = new Meeting("https://instant.example.org/visit/Host001",
            "https://instant.example.org/hc/v1/login?fli=true&data=h", "https://instant.example.org/visit/Gues001",
            "space-1",
            "27711112222@example.webex.com", "27711112222");
    public static final Place SPACE = new Place("space", "root", false);
    public static final Requester LEE = new Requester("lee", "dr.lee@example.org", null);
    public static final Actor BY_LEE = Actor.of(LEE);

    public final SetClock clock = new SetClock(NOON);
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Ids ids = new Ids(new Random(7));
    public final AuditOnPaper audit = new AuditOnPaper(clock);
    public final FakeVisits visits = new FakeVisits(audit);
    public final FakeTexts texts = new FakeTexts(audit);
    public final FakeEngine engine = new FakeEngine();
    public final FakeMessenger messenger = new FakeMessenger();
    public final FakeAnnouncer announcer = new FakeAnnouncer();
    public final VisitSettings settings = new VisitSettings(Duration.ofHours(1), "US", ZoneId.of("UTC"), true);
    public final PhoneNumbers numbers = new PhoneNumbers("US");
    private final Limits limits = new Limits(new LimitSettings(30, 60, 6, Set.of()), clock, meters);
    public final Preparations preparations = new Preparations(engine, clock, settings);
    public final FakeDrafts drafts = new FakeDrafts(visits, audit);
    public final FakeNotices notices = new FakeNotices();
    public final BeginDraft begin = new BeginDraft(drafts, preparations, ids, clock);
    public final FindVisit find = new FindVisit(visits, clock);
    public final VisitTimes times = new VisitTimes(settings.zone());
    public final TextReasons reasons = code -> new TextReasons.Reason("reason " + code, "Call the patient.");
    public final TextTrouble trouble = new TextTrouble(reasons, times);
    public final InvitePatient invite = invite(numbers);
    final OpenVisit open = new OpenVisit(visits, engine, preparations, invite, announcer, settings, ids, clock, meters);
    final SendText send = new SendText(visits, texts, messenger, clock, meters);
    public final ChangeVisit change = new ChangeVisit(visits, texts, invite, engine, clock, meters);
    public final StartVisit start = new StartVisit(visits, ids, clock, settings.linkLife(), limits);

    InvitePatient invite(PhoneNumbers written) {
        return new InvitePatient(texts, new Words(), messenger, written, ids, clock, limits);
    }

    /** All durable work, with the result told to another announcer. */
    public List<JobHandler> jobs(Announcer chat) {
        return List.of(new OpenVisit(visits, engine, preparations, invite, chat, settings, ids, clock, meters),
                new SlowVisit(visits, chat, ids, clock), send, new ReportText(visits, texts, chat),
                new EndVisit(visits, audit, clock));
    }

    /** As after a restart. */
    public void forgetPrepared(String subject) {
        preparations.forget(subject);
    }

    public Visit asked(String id) {
        return new Visit(id, "event-" + id, "subject-" + id, SPACE, LEE, "patient-42", Language.ENGLISH,
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1)), List.of(), List.of(), PATIENT, true,
                new Visit.State.Opening());
    }

    public Visit ready(String id) {
        return asked(id).with(new Visit.State.Ready(MEETING, List.of(), clock.instant()));
    }

    public Visit kept(Visit visit) {
        visits.byId.put(visit.id(), visit);
        return visit;
    }

    /** The visit as it stands now. */
    public Visit visit(String id) {
        return Objects.requireNonNull(visits.byId.get(id));
    }

    /** The text message as it stands now. */
    public Text text(String id) {
        return Objects.requireNonNull(texts.byId.get(id));
    }

    /** What a pipeline gives, which must be something. */
    public static <T> T given(Mono<T> pipeline) {
        return Objects.requireNonNull(pipeline.block());
    }

    Text planned(Visit visit) {
        invite.atStart(visit).block();
        return texts.byId.values().iterator().next();
    }

    /** A clock that stands until it is moved. */
    public static final class SetClock extends Clock {

        private Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    public static final class FakeVisits implements Visits {

        public final Map<String, Visit> byId = new LinkedHashMap<>();
        public final List<PlannedJob> jobs = new ArrayList<>();
        /** Where it is set, every quota is used up, and this is when the first of them began. */
        public @Nullable Instant oldest;
        private final AuditOnPaper audit;

        FakeVisits(AuditOnPaper audit) {
            this.audit = audit;
        }

        @Override
        public Mono<Kept> add(Visit visit, PlannedJob... planned) {
            return findByOrigin(visit.origin()).map(earlier -> new Kept(earlier, false))
                    .switchIfEmpty(Mono.defer(() -> {
                        if (byId.putIfAbsent(visit.id(), visit) != null) {
                            return Mono.error(new IdTakenException(visit.id()));
                        }
                        jobs.addAll(List.of(planned));
                        audit.append(Deeds.asked(visit));
                        return Mono.just(new Kept(visit, true));
                    }));
        }

        @Override
        public Mono<Kept> add(Visit visit, Quota quota, PlannedJob... planned) {
            return findByOrigin(visit.origin()).map(earlier -> new Kept(earlier, false))
                    .switchIfEmpty(check(visit.requester().person(), quota).then(add(visit, planned)));
        }

        @Override
        public Mono<Void> check(String person, Quota quota) {
            return Mono.defer(() -> oldest == null ? Mono.empty() : Mono.error(quota.reached(oldest)));
        }

        @Override
        public Mono<Visit> find(String id) {
            return Mono.fromSupplier(() -> byId.get(id));
        }

        @Override
        public Mono<Visit> findByOrigin(String origin) {
            return Flux.defer(() -> Flux.fromIterable(byId.values())).filter(visit -> visit.origin().equals(origin))
                    .next();
        }

        @Override
        public Flux<Visit> inSpace(String space, int most) {
            return Flux.fromIterable(byId.values()).filter(visit -> visit.place().space().equals(space));
        }

        @Override
        public Flux<Visit> ofPerson(String person, String email, int most) {
            return Flux.fromIterable(byId.values())
                    .filter(visit -> visit.requester().person().equals(person) || visit.people().contains(email));
        }

        @Override
        public Mono<Visit> change(Actor by, String id, UnaryOperator<Visit> change, PlannedJob... planned) {
            return Mono.fromSupplier(() -> byId.computeIfPresent(id, (_, visit) -> changed(by, visit, change)))
                    .doOnNext(_ -> jobs.addAll(List.of(planned)));
        }

        private Visit changed(Actor by, Visit before, UnaryOperator<Visit> change) {
            Visit after = change.apply(before);
            audit.append(Deeds.changed(before, after, by));
            return after;
        }
    }

    public static final class FakeTexts implements Texts {

        public final Map<String, Text> byId = new LinkedHashMap<>();
        public final List<PlannedJob> jobs = new ArrayList<>();
        public final Map<PhoneNumber, Boolean> out = new HashMap<>();
        /** The quota that is used up since noon, null for none. */
        public @Nullable Limit usedUp;
        private final AuditOnPaper audit;

        FakeTexts(AuditOnPaper audit) {
            this.audit = audit;
        }

        @Override
        public Mono<Text> plan(Actor by, Text text, PlannedJob... planned) {
            return of(text.visit()).filter(other -> other.to().equals(text.to()) && other.purpose() == text.purpose()
                    && other.round() == text.round()).next().switchIfEmpty(Mono.fromSupplier(() -> {
                        byId.put(text.id(), text);
                        jobs.addAll(List.of(planned));
                        audit.append(Deeds.planned(text, SPACE.space(), by));
                        return text;
                    }));
        }

        @Override
        public Mono<Text> planFor(Actor by, Text text, List<Quota> quotas, PlannedJob... planned) {
            return Mono.defer(() -> {
                Optional<Quota> used = quotas.stream().filter(quota -> quota.limit() == usedUp).findFirst();
                return of(text.visit()).any(other -> other.round() == text.round() && other.to().equals(text.to()))
                        .flatMap(stands -> stands || used.isEmpty()
                                ? plan(by, text, planned)
                                : Mono.error(used.get().reached(NOON)));
            });
        }

        @Override
        public Mono<Text> find(String id) {
            return Mono.fromSupplier(() -> byId.get(id));
        }

        @Override
        public Mono<Text> findByProvider(String providerId) {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(byId.values())))
                    .filter(text -> providerId.equals(text.providerId())).next();
        }

        @Override
        public Flux<Text> of(String visit) {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(byId.values())))
                    .filter(text -> text.visit().equals(visit));
        }

        @Override
        public Mono<Text> change(String id, UnaryOperator<Text> change, PlannedJob... planned) {
            return Mono.fromSupplier(() -> byId.computeIfPresent(id, (_, text) -> changed(text, change)))
                    .doOnNext(_ -> jobs.addAll(List.of(planned)));
        }

        private Text changed(Text before, UnaryOperator<Text> change) {
            Text after = change.apply(before);
            audit.append(Deeds.changed(before, after, SPACE.space()));
            return after;
        }

        @Override
        public Mono<Boolean> hasOptedOut(PhoneNumber to) {
            return Mono.fromSupplier(() -> out.getOrDefault(to, false));
        }

        @Override
        public Mono<Void> optOut(PhoneNumber to, boolean isOut) {
            return Mono.fromRunnable(() -> out.put(to, isOut));
        }
    }

    public static final class FakeDrafts implements Drafts {

        public final Map<String, Draft> byNonce = new LinkedHashMap<>();
        private final Map<String, String> nonces = new LinkedHashMap<>();
        private final FakeVisits visits;
        private final AuditOnPaper audit;

        FakeDrafts(FakeVisits visits, AuditOnPaper audit) {
            this.visits = visits;
            this.audit = audit;
        }

        @Override
        public Mono<Draft> add(Draft draft, String request) {
            return Mono.fromSupplier(() -> {
                byNonce.put(draft.nonce(), draft);
                nonces.put(request, draft.nonce());
                audit.append(Deeds.opened(draft));
                return draft;
            });
        }

        @Override
        public Mono<Draft> findByRequest(String request) {
            return Mono.fromSupplier(() -> byNonce.get(nonces.getOrDefault(request, "")));
        }

        @Override
        public Mono<Void> shown(String nonce, String message) {
            return Mono.fromRunnable(() -> byNonce.computeIfPresent(nonce, (_, draft) -> new Draft(nonce,
                    draft.subject(), draft.place(), draft.requester(), draft.label(), draft.createdAt(), message,
                    draft.phone())));
        }

        @Override
        public Mono<Void> keepPhone(String nonce, PhoneNumber phone) {
            return Mono.fromRunnable(() -> byNonce.computeIfPresent(nonce, (_, draft) -> draft.with(phone)));
        }

        @Override
        public Mono<Draft> find(String nonce) {
            return Mono.fromSupplier(() -> byNonce.get(nonce));
        }

        @Override
        public Mono<Draft> findByMessage(String message) {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(byNonce.values())))
                    .filter(draft -> message.equals(draft.message())).next();
        }

        @Override
        public Mono<Long> open(String person, Instant since) {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(byNonce.values())))
                    .filter(draft -> draft.requester().person().equals(person) && draft.createdAt().isAfter(since))
                    .filterWhen(draft -> visits.findByOrigin(draft.origin()).hasElement().map(used -> !used)).count();
        }
    }

    public static final class FakeNotices implements Notices {

        public final Map<String, Notice> byTopic = new LinkedHashMap<>();

        @Override
        public Mono<Notice> find(String visit, String topic) {
            return Mono.fromSupplier(() -> byTopic.get(visit + " " + topic));
        }

        @Override
        public Mono<Notice> begin(String visit, String topic) {
            Notice notice = new Notice(visit, topic, null, 0, "");
            return Mono.fromSupplier(
                    () -> byTopic.putIfAbsent(visit + " " + topic, notice) == null ? notice : null);
        }

        @Override
        public Mono<Void> said(Notice notice) {
            return Mono.fromRunnable(() -> byTopic.put(notice.visit() + " " + notice.topic(), notice));
        }

        @Override
        public Mono<Void> forget(String visit, String topic) {
            return Mono.fromRunnable(() -> byTopic.remove(visit + " " + topic));
        }
    }

    public static final class FakeEngine implements MeetingEngine {

        public final List<String> calls = new ArrayList<>();
        public final List<Order> orders = new ArrayList<>();
        public @Nullable ApiException trouble;

        @Override
        public Mono<Opened> open(Order order) {
            return answer("open", order).thenReturn(new Opened(MEETING, admissions(order.people())));
        }

        @Override
        public Mono<Meeting> renew(Order order, Meeting meeting) {
            return answer("renew", order).thenReturn(meeting);
        }

        @Override
        public Mono<List<Admission>> add(Meeting meeting, List<String> emails) {
            return Mono.fromSupplier(() -> {
                calls.add("add");
                return admissions(emails);
            });
        }

        private Mono<Void> answer(String call, Order order) {
            return Mono.defer(() -> {
                calls.add(call);
                orders.add(order);
                return trouble == null ? Mono.empty() : Mono.error(trouble);
            });
        }

        private static List<Admission> admissions(List<String> emails) {
            return emails.stream().map(email -> new Admission(email, Admission.Outcome.ADDED, null)).toList();
        }
    }

    public static final class FakeMessenger implements PatientMessenger {

        public final List<String> sent = new ArrayList<>();
        public boolean configured = true;
        public @Nullable ApiException trouble;
        public Flux<Handover> found = Flux.empty();
        public Handover answer = new Handover("SM1", TextStatus.QUEUED, 0);

        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public Mono<Handover> send(String id, PhoneNumber to, String body, Duration validity) {
            return Mono.defer(() -> {
                sent.add(to.e164());
                return trouble == null ? Mono.just(answer) : Mono.error(trouble);
            });
        }

        @Override
        public Flux<Handover> find(PhoneNumber to, String body, Instant since) {
            return Flux.defer(() -> found);
        }

        @Override
        public Mono<Handover> look(String providerId) {
            return Mono.fromSupplier(() -> answer);
        }
    }

    public static final class FakeAnnouncer implements Announcer {

        public final List<String> said = new ArrayList<>();

        @Override
        public Mono<Void> ready(Visit visit) {
            return say("ready " + visit.id());
        }

        @Override
        public Mono<Void> waiting(Visit visit, Delay why, String reference) {
            return say("waiting " + visit.id() + (reference.isEmpty() ? "" : " with reference") + ": " + why.words());
        }

        @Override
        public Mono<Void> failed(Visit visit, String reference) {
            return say("failed " + visit.id());
        }

        @Override
        public Mono<Void> text(Visit visit, Text text) {
            return say("text " + text.status());
        }

        @Override
        public Mono<Void> show(Visit visit, Place where, String heading, boolean asHost) {
            return say("show " + visit.id());
        }

        private Mono<Void> say(String what) {
            return Mono.fromRunnable(() -> said.add(what));
        }
    }

    public static final class Words implements TextComposer {

        @Override
        public String invite(Visit visit, String link) {
            return "Clinic: join " + link;
        }

        @Override
        public String cancelled(Visit visit) {
            return "Clinic: the visit is off";
        }
    }
}
