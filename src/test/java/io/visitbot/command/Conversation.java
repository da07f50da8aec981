package io.visitbot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.bot.BotSettings;
import io.visitbot.bot.Bots;
import io.visitbot.bot.CardHandler;
import io.visitbot.bot.Chat;
import io.visitbot.bot.CommandHandler;
import io.visitbot.notice.Announcers;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.Check;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.Job;
import io.visitbot.visit.JobHandler;
import io.visitbot.visit.JobHandler.Next;
import io.visitbot.visit.PlannedJob;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.AttachmentAction;
import io.visitbot.webex.Message;
import io.visitbot.webex.Person;
import io.visitbot.webex.RoomType;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webex.WebexOnPaper.Said;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.EventHandler;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole conversation without a network: what somebody says goes in as an event, and what the bot says comes out. The
 * durable work is done when told.
 */
public final class Conversation {

    public static final Person LEE = person("lee", "dr.lee@example.org", "org");
    public static final Person ORTIZ = person("ortiz", "nurse.ortiz@example.org", "org");
    public static final Person VENDOR = person("vendor", "sam@vendor.example.com", "elsewhere");
    public static final BotSettings OWN_ORGANISATION = new BotSettings(Set.of(), Set.of(), "the service desk");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The space of the fixtures' visits. */
    private static final String WARD = VisitFixtures.SPACE.space();

    public final VisitFixtures heart = new VisitFixtures();
    public final WebexOnPaper webex = new WebexOnPaper();
    public final Announcer announcer;
    public final List<ApiException> failures = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<JobHandler> jobs;
    private final EventHandler bot;
    private final Ledger ledger;
    private final Map<String, Integer> attempts = new LinkedHashMap<>();
    /** How long events are under way. */
    public Duration delay = Duration.ZERO;
    private int events;
    private @Nullable Delivery last;

    public Conversation() {
        this(OWN_ORGANISATION, false);
    }

    public Conversation(BotSettings settings, boolean hostLinkInSpace) {
        List.of(LEE, ORTIZ, VENDOR).forEach(one -> webex.people.put(one.id(), one));
        Chat chat = Bots.chat(webex);
        announcer = Announcers.announcer(chat, heart, hostLinkInSpace);
        jobs = heart.jobs(announcer);
        List<CommandHandler> commands = new ArrayList<>();
        ledger = new CommandConfiguration().ledger(heart.audit, heart.clock);
        VisitForms forms = commands(commands, chat);
        bot = Bots.bot(webex, settings, commands, List.<CardHandler>of(forms), ledger, heart.ids, heart.clock);
    }

    private VisitForms commands(List<CommandHandler> commands, Chat chat) {
        CommandConfiguration all = new CommandConfiguration();
        VisitNames names = all.visitNames(heart.find, heart.times);
        Standing standing = all.standing(heart.times, heart.clock);
        LimitWords limits = all.limitWords(heart.times, heart.clock, heart.invite, ledger);
        VisitForms forms = all.visitForms(heart.begin, heart.start, heart.find, announcer, chat, heart.numbers,
                heart.invite, limits, heart.settings, ledger);
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        commands.addAll(List.of(all.newVisit(forms, heart.start, heart.find, heart.numbers, limits),
                all.listVisits(heart.find, heart.times, ledger),
                all.status(names, standing, heart.texts, announcer, heart.trouble, heart.times, ledger),
                all.addColleague(names, standing, heart.change),
                all.invite(names, standing, heart.invite, heart.numbers, limits),
                all.resend(names, standing, heart.invite), all.ring(names, standing, heart.change, chat, ledger),
                all.cancel(names, standing, heart.change, heart.times), all.whoAmI(heart.times), all.runChecks(checks),
                all.showAudit(heart.audit.shownTo(ORTIZ.email()), ledger, chat),
                all.help(beans.getBeanProvider(CommandHandler.class))));
        commands.forEach(command -> beans.registerSingleton(command.usage().verb(), command));
        return forms;
    }

    void checks(Check check) {
        checks.add(check);
    }

    /** Dr Lee says it in the ward, to the bot; what it answers. */
    public List<Said> says(String text) {
        return says(LEE, text);
    }

    public List<Said> says(Person who, String text) {
        return hears(message(who, text));
    }

    /** What somebody says in the ward, before it arrives. */
    Message message(Person who, String text) {
        return message(who, WARD, RoomType.GROUP, "Visit " + text,
                "<p><spark-mention data-object-type=\"person\" data-object-id=\"bot\">Visit</spark-mention> "
                        + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>");
    }

    /** The same 1:1. */
    public List<Said> whispers(Person who, String text) {
        return hears(message(who, "with-" + who.id(), RoomType.DIRECT, text, null));
    }

    /** A message arrives. */
    public List<Said> hears(Message message) {
        webex.messages.put(message.id(), message);
        return arrives("messages", Map.of("id", message.id(), "personId", message.personId(), "personEmail",
                message.personEmail(), "roomId", message.roomId(), "roomType", message.direct() ? "direct" : "group"));
    }

    /** Somebody submits the card that stands at this message. */
    public List<Said> submits(Person who, String card, Map<String, String> inputs) {
        String id = "action-" + ++events;
        webex.actions.put(id, new AttachmentAction(id, card, WARD, who.id(), inputs));
        return arrives("attachmentActions", submission(id, who, card));
    }

    /** Somebody submits a card that is gone when the bot looks. */
    public List<Said> submitsInVain(Person who, String card) {
        return arrives("attachmentActions", submission("action-" + ++events, who, card));
    }

    private static Map<String, String> submission(String id, Person who, String card) {
        return Map.of("id", id, "personId", who.id(), "roomId", WARD, "roomType", "group", "messageId", card);
    }

    /** An event arrives; what the bot says to it at once. */
    public List<Said> arrives(String resource, Map<String, String> data) {
        String id = resource + ":created:" + data.get("id");
        VerifiedEvent event = new VerifiedEvent(id, resource, "created",
                JSON.writeValueAsString(Map.of("resource", resource, "event", "created", "data", data)));
        Delivery delivery = new Delivery(event, 0, heart.clock.instant().minus(delay), false);
        last = delivery;
        return heard(() -> bot.handle(delivery).block());
    }

    /** The last event comes again, its process having died over it; what the bot says to it then. */
    public List<Said> comesAgain() {
        Delivery before = Objects.requireNonNull(last);
        return heard(() -> bot.handle(new Delivery(before.event(), 0, before.receivedAt(), true)).block());
    }

    /** Does all durable work that is due; what the bot says meanwhile. Work that fails is gathered and comes again. */
    public List<Said> works() {
        return heard(() -> {
            for (PlannedJob planned = next(); planned != null; planned = next()) {
                run(planned);
            }
        });
    }

    /** The same after a while. */
    public List<Said> worksAfter(Duration time) {
        heart.clock.pass(time);
        return works();
    }

    /** The visit that there is. */
    public String visit() {
        return heart.visits.byId.keySet().iterator().next();
    }

    private List<Said> heard(Runnable what) {
        int before = webex.said.size();
        what.run();
        List<Said> answers = List.copyOf(webex.said.subList(before, webex.said.size()));
        answers.forEach(Conversation::isFitToBeRead);
        return answers;
    }

    /** Whatever is said: no machine's words, and nobody's number. */
    private static void isFitToBeRead(Said said) {
        assertThat(said.words()).isNotBlank().doesNotContain("Exception", "null", "java.");
        assertThat(said.words().replaceAll("[ ().-]", "")).doesNotContain("5512345678", "2025550123");
        assertThat(said.words()).doesNotContainPattern("[Ss]tatus \\d{3}|HTTP|\\b(400|401|403|404|409|429|50\\d)\\b");
    }

    private @Nullable PlannedJob next() {
        Instant now = heart.clock.instant();
        for (List<PlannedJob> planned : List.of(heart.visits.jobs, heart.texts.jobs)) {
            for (PlannedJob one : List.copyOf(planned)) {
                if (!one.due().isAfter(now)) {
                    planned.remove(one);
                    return one;
                }
            }
        }
        return null;
    }

    private void run(PlannedJob planned) {
        Job job = planned.job();
        JobHandler handler = jobs.stream().filter(one -> one.kind() == job.kind()).findFirst().orElseThrow();
        int attempt = attempts.merge(job.toString(), 1, Integer::sum) - 1;
        try {
            if (handler.run(job.key(), attempt).block() instanceof Next.Again(Instant at)) {
                heart.visits.jobs.add(new PlannedJob(job, at));
            }
        } catch (ApiException failure) {
            failures.add(failure);
            heart.visits.jobs.add(new PlannedJob(job, heart.clock.instant().plusSeconds(1)));
        }
    }

    private Message message(Person who, String room, RoomType type, String text, @Nullable String html) {
        return new Message("message-" + ++events, null, room, type, text, html, who.id(), who.email(), List.of(),
                heart.clock.instant(), null);
    }

    private static Person person(String id, String email, String organisation) {
        return new Person(id, List.of(email), id, organisation, Person.Type.PERSON, null);
    }
}
