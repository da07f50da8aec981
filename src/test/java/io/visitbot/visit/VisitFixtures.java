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
import java.util.Random;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;

/** The heart on paper: ports kept in memory, a clock that is set by hand, an engine and a messenger that do as told. */
final class VisitFixtures {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final PhoneNumber PATIENT = new PhoneNumber("+12025550142", 1);
    static final Meeting MEETING = new Meeting("https://instant.example.org/visit/Host001",
            "https://instant.example.org/hc/v1/login?fli=true&data=h", "https://instant.example.org/visit/Gues001",
            "space-1",
            "27711112222@example.webex.com", "27711112222");
    static final Place SPACE = new Place("space", "root", false);
    static final Requester LEE = new Requester("lee", "dr.lee@example.org", null);

    final SetClock clock = new SetClock(NOON);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Ids ids = new Ids(new Random(7));
    final FakeVisits visits = new FakeVisits();
    final FakeTexts texts = new FakeTexts();
    final FakeEngine engine = new FakeEngine();
    final FakeMessenger messenger = new FakeMessenger();
    final FakeAnnouncer announcer = new FakeAnnouncer();
    final VisitSettings settings = new VisitSettings(Duration.ofHours(1), "US", ZoneOffset.UTC, true);
    final PhoneNumbers numbers = new PhoneNumbers("US");
    final Preparations preparations = new Preparations(engine, clock, settings);
    final InvitePatient invite = new InvitePatient(texts, new Words(), messenger, numbers, ids, clock);
    final OpenVisit open = new OpenVisit(visits, engine, preparations, invite, announcer, settings, ids, clock, meters);
    final SendText send = new SendText(visits, texts, messenger, clock, meters);
    final ChangeVisit change = new ChangeVisit(visits, texts, invite, engine, clock, meters);
    final StartVisit start = new StartVisit(visits, ids, clock, settings.linkLife());

    Visit asked(String id) {
        return new Visit(id, "event-" + id, "subject-" + id, SPACE, LEE, "patient-42", Language.ENGLISH,
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1)), List.of(), List.of(), PATIENT, true,
                new Visit.State.Opening());
    }

    Visit ready(String id) {
        return asked(id).with(new Visit.State.Ready(MEETING, List.of(), clock.instant()));
    }

    Visit kept(Visit visit) {
        visits.byId.put(visit.id(), visit);
        return visit;
    }

    Text planned(Visit visit) {
        invite.atStart(visit).block();
        return texts.byId.values().iterator().next();
    }

    /** A clock that stands until it is moved. */
    static final class SetClock extends Clock {

        private Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
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

    static final class FakeVisits implements Visits {

        final Map<String, Visit> byId = new LinkedHashMap<>();
        final List<PlannedJob> jobs = new ArrayList<>();

        @Override
        public Mono<Kept> add(Visit visit, PlannedJob... planned) {
            return findByOrigin(visit.origin()).map(earlier -> new Kept(earlier, false))
                    .switchIfEmpty(Mono.defer(() -> {
                        if (byId.putIfAbsent(visit.id(), visit) != null) {
                            return Mono.error(new IdTakenException(visit.id()));
                        }
                        jobs.addAll(List.of(planned));
                        return Mono.just(new Kept(visit, true));
                    }));
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
        public Mono<Visit> change(String id, UnaryOperator<Visit> change, PlannedJob... planned) {
            return Mono.fromSupplier(() -> byId.computeIfPresent(id, (_, visit) -> change.apply(visit)))
                    .doOnNext(_ -> jobs.addAll(List.of(planned)));
        }
    }

    static final class FakeTexts implements Texts {

        final Map<String, Text> byId = new LinkedHashMap<>();
        final List<PlannedJob> jobs = new ArrayList<>();
        final Map<PhoneNumber, Boolean> out = new HashMap<>();

        @Override
        public Mono<Text> plan(Text text, PlannedJob... planned) {
            return of(text.visit()).filter(other -> other.to().equals(text.to()) && other.purpose() == text.purpose()
                    && other.round() == text.round()).next().switchIfEmpty(Mono.fromSupplier(() -> {
                        byId.put(text.id(), text);
                        jobs.addAll(List.of(planned));
                        return text;
                    }));
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
            return Mono.fromSupplier(() -> byId.computeIfPresent(id, (_, text) -> change.apply(text)))
                    .doOnNext(_ -> jobs.addAll(List.of(planned)));
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

    static final class FakeEngine implements MeetingEngine {

        final List<String> calls = new ArrayList<>();
        final List<Order> orders = new ArrayList<>();
        @Nullable
        ApiException trouble;

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

    static final class FakeMessenger implements PatientMessenger {

        final List<String> sent = new ArrayList<>();
        boolean configured = true;
        @Nullable
        ApiException trouble;
        Mono<Handover> found = Mono.empty();
        Handover answer = new Handover("SM1", TextStatus.QUEUED, 0);

        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public Mono<Handover> send(PhoneNumber to, String body, Duration validity) {
            return Mono.defer(() -> {
                sent.add(to.e164());
                return trouble == null ? Mono.just(answer) : Mono.error(trouble);
            });
        }

        @Override
        public Mono<Handover> find(PhoneNumber to, String body, Instant since) {
            return Mono.defer(() -> found);
        }

        @Override
        public Mono<Handover> look(String providerId) {
            return Mono.fromSupplier(() -> answer);
        }
    }

    static final class FakeAnnouncer implements Announcer {

        final List<String> said = new ArrayList<>();

        @Override
        public Mono<Void> ready(Visit visit) {
            return say("ready " + visit.id());
        }

        @Override
        public Mono<Void> waiting(Visit visit, String why, String reference) {
            return say("waiting " + visit.id() + (reference.isEmpty() ? "" : " with reference") + ": " + why);
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

    static final class Words implements TextComposer {

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
