package io.visitbot.command;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.bot.CardHandler;
import io.visitbot.bot.Chat;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.bot.Speaker;
import io.visitbot.bot.Spot;
import io.visitbot.bot.Submission;
import io.visitbot.cards.FormInputs;
import io.visitbot.cards.FormLimits;
import io.visitbot.cards.FormOptions;
import io.visitbot.cards.VisitForm;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.BeginDraft;
import io.visitbot.visit.Draft;
import io.visitbot.visit.FindVisit;
import io.visitbot.visit.Language;
import io.visitbot.visit.Place;
import io.visitbot.visit.Requester;
import io.visitbot.visit.StartVisit;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitRequest;

/** Shows the form of a new visit and takes it back, once: a second submitter is shown the same visit. */
final class VisitForms implements CardHandler {

    private static final String LATE = "I could only read the form now, so I did nothing: the visit may no longer be wanted. "
            + "Press “Start visit” on the form again if it is.";

    private final BeginDraft drafts;
    private final StartVisit start;
    private final FindVisit find;
    private final Announcer announcer;
    private final Chat chat;
    private final PhoneNumbers numbers;
    private final LimitWords limited;
    private final FormOptions options;
    private final FormLimits limits;
    private final Ledger ledger;

    VisitForms(BeginDraft drafts, StartVisit start, FindVisit find, Announcer announcer, Chat chat,
            PhoneNumbers numbers, LimitWords limited, FormOptions options, FormLimits limits,
            Ledger ledger) {
        this.drafts = drafts;
        this.start = start;
        this.find = find;
        this.announcer = announcer;
        this.chat = chat;
        this.numbers = numbers;
        this.limited = limited;
        this.options = options;
        this.limits = limits;
        this.ledger = ledger;
    }

    @Override
    public String action() {
        return VisitForm.ACTION;
    }

    /** Keeps the draft, then shows the form; one that is known to stand there already is not shown again. */
    Mono<Void> open(Request request, String label) {
        Mono<Void> allowed = limited.inWords(start.check(request.speaker().person()), Asked.visit(request),
                "Say it again then.");
        return drafts.begin(request.origin(), VisitNames.place(request), NewVisit.requester(request), label, allowed)
                .switchIfEmpty(Mono.error(
                        () -> new Refusal("You have " + BeginDraft.MOST_OPEN + " forms open. Send one of them, or "
                                + "start a visit without a form: `new " + label + " +1 202 555 0142`.")))
                .filter(draft -> draft.message() == null)
                .flatMap(draft -> show(draft, VisitForm.blank(label, draft.nonce(), options)));
    }

    @Override
    public Mono<String> handle(Submission submission) {
        return drafts.find(submission.input("nonce")).switchIfEmpty(Mono.error(() -> new Refusal(
                "I don't know that form any more. Say `new` with the label and I'll give you a fresh one.")))
                .flatMap(draft -> find.byOrigin(draft.origin())
                        .flatMap(visit -> taken(visit, draft, submission).thenReturn(true))
                        .switchIfEmpty(Mono.defer(() -> unused(draft, submission).thenReturn(true))))
                .then(Mono.empty());
    }

    @Override
    public Mono<String> gone(Submission submission) {
        return drafts.findByMessage(submission.message()).flatMap(draft -> find.byOrigin(draft.origin())
                .flatMap(visit -> taken(visit, draft, submission).thenReturn("")));
    }

    private Mono<Void> unused(Draft draft, Submission submission) {
        return submission.late() ? chat.say(spot(draft.place()), LATE).then() : take(draft, submission);
    }

    private Mono<Void> take(Draft draft, Submission submission) {
        return switch (FormInputs.read(submission.inputs(), numbers, limits)) {
            case FormInputs.Valid valid -> drafts.shown(draft, submission.message())
                    .then(limited.inWords(start.start(wanted(draft, valid, submission.speaker())),
                            Asked.visit(submission), "Your form stays as it is: press its button again then."))
                    .flatMap(kept -> kept.isNew()
                            ? removeOther(draft, submission)
                            : taken(kept.visit(), draft, submission));
            case FormInputs.Invalid invalid ->
                limited.note(numbers.parse(invalid.values().phone()), Asked.visit(submission))
                        .then(Mono.defer(() -> correct(draft, invalid))).then(remove(submission.message()));
        };
    }

    /** After a crash two forms of one draft may stand there; the result removes the one that was used. */
    private Mono<Void> removeOther(Draft draft, Submission submission) {
        String shown = draft.message();
        return shown == null || shown.equals(submission.message()) ? Mono.empty() : remove(shown);
    }

    /** One that stays does no harm: it leads to the same visit. */
    private Mono<Void> remove(String message) {
        return chat.delete(message).onErrorResume(ApiException.class, _ -> Mono.empty());
    }

    /** The form once more, filled in; in a group space without the number, which is kept with the draft. */
    private Mono<Void> correct(Draft draft, FormInputs.Invalid invalid) {
        PhoneNumber typed = numbers.parse(invalid.values().phone()).orElse(null);
        if (draft.place().direct() || (typed == null && draft.phone() == null)) {
            return show(draft, new VisitForm(invalid.values(), invalid.errors(), draft.nonce(), options));
        }
        Mono<Draft> kept = typed == null ? Mono.just(draft) : drafts.keepPhone(draft, typed);
        return kept.flatMap(known -> show(known, new VisitForm(invalid.values().withoutPhone(), invalid.errors(),
                known.nonce(), options, masked(known))));
    }

    private static @Nullable String masked(Draft draft) {
        PhoneNumber phone = draft.phone();
        return phone == null ? null : phone.masked();
    }

    private static VisitRequest wanted(Draft draft, FormInputs.Valid valid, Speaker speaker) {
        PhoneNumber phone = valid.phone().orElse(draft.phone());
        return new VisitRequest(draft.origin(), draft.subject(), draft.place(),
                new Requester(speaker.person(), speaker.email(), speaker.zone()), valid.label(),
                Language.named(valid.language()).orElse(Language.ENGLISH), valid.emails(),
                valid.device().stream().toList(),
                phone, valid.send() && phone != null, valid.duration().orElse(null));
    }

    private Mono<Void> show(Draft draft, VisitForm form) {
        return chat.show(spot(draft.place()), form.card(), form.markdown())
                .filter(message -> !message.isEmpty()).flatMap(message -> drafts.shown(draft, message));
    }

    /** The visit stands. Who began it and comes again after a crash is told nothing new: the result is on its way. */
    private Mono<Void> taken(Visit visit, Draft draft, Submission submission) {
        return submission.again() && isRequester(visit, submission)
                ? Mono.empty()
                : again(visit, draft.place(), submission);
    }

    private static boolean isRequester(Visit visit, Submission submission) {
        return submission.speaker().person().equals(visit.requester().person());
    }

    private Mono<Void> again(Visit visit, Place place, Submission submission) {
        boolean asHost = place.direct() && isRequester(visit, submission);
        String name = visit.label() + " (" + visit.id() + ")";
        String heading = (visit.state() instanceof Visit.State.Opening
                ? "**" + name + "** has been started already; its links follow here."
                : "**" + name + "** was started already. It is the same visit:") + otherNumber(visit, submission);
        return ledger.lookedAt(visit, submission.origin(), place.space(), submission.speaker())
                .then(announcer.show(visit, place, heading, asHost));
    }

    /** A number that is not the visit's gets no text by this. */
    private String otherNumber(Visit visit, Submission submission) {
        return numbers.parse(submission.input("phone")).filter(typed -> !typed.equals(visit.phone()))
                .map(typed -> "\n\nNo text message goes to the number that you entered, " + typed.masked()
                        + ": say `invite "
                        + visit.id() + "` with it to send the link there, too.")
                .orElse("");
    }

    private static Spot spot(Place place) {
        return new Spot(place.space(), place.thread(), place.direct());
    }
}
