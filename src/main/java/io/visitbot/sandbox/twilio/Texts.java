package io.visitbot.sandbox.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

import io.visitbot.sandbox.journal.Bounded;
import io.visitbot.sandbox.journal.Endpoints;
import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Journal;

/** The text messages and the phones they go to. A message goes from status to status, a step each 300 ms. */
final class Texts {

    private static final Duration STEP = Duration.ofMillis(300);
    private static final int MAX_TEXTS = 2_000;
    private static final int LANDLINE = 30006;
    private static final Set<String> STOP = Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit");
    private static final Set<String> START = Set.of("start", "yes", "unstop");

    private final Journal journal;
    private final Scheduler timer;
    private final Supplier<OptionalInt> trouble;
    private final Callbacks callbacks;
    private final Map<String, Text> texts = Bounded.map(MAX_TEXTS);
    private final Map<String, Phone> phones = Bounded.map(MAX_TEXTS);

    Texts(Journal journal, Scheduler timer, Supplier<OptionalInt> trouble, Callbacks callbacks) {
        this.journal = journal;
        this.timer = timer;
        this.trouble = trouble;
        this.callbacks = callbacks;
    }

    /** What is to be sent. */
    record Order(String to, @Nullable String from, @Nullable String service, String body, @Nullable String callback) {
    }

    synchronized void reset() {
        texts.clear();
        phones.clear();
    }

    synchronized Text send(Order order) {
        Phone phone = phone(order.to());
        if (phone.optedOut()) {
            throw new Refused(400, 21610, "Attempt to send to unsubscribed recipient");
        }
        String from = order.from() == null ? Endpoints.TWILIO_NUMBER : order.from();
        Text text = text("outbound-api", from, order, order.service() == null ? "queued" : "accepted");
        OptionalInt error = phone.landline() ? OptionalInt.of(LANDLINE) : trouble.get();
        later(text.sid(), error);
        return text;
    }

    private Text text(String direction, String from, Order order, String status) {
        String sid = "SM" + journal.ids().get().toString().replace("-", "");
        Text text = new Text(sid, direction, from, order.to(), order.service(), order.body(), status, null,
                order.callback(), journal.clock().instant(), null, journal.clock().instant());
        return keep(text);
    }

    private Text keep(Text text) {
        texts.put(text.sid(), text);
        journal.changes().happened();
        return text;
    }

    private void later(String sid, OptionalInt error) {
        timer.schedule(() -> step(sid, error), STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void step(String sid, OptionalInt error) {
        Text text = texts.get(sid);
        if (text == null || text.isDone()) {
            return;
        }
        Text next = next(text, error);
        keep(next);
        callbacks.status(next);
        if (!next.isDone()) {
            later(sid, error);
        }
    }

    private Text next(Text text, OptionalInt error) {
        String status = switch (text.status()) {
            case "accepted" -> "queued";
            case "queued" -> "sending";
            case "sending" -> "sent";
            default -> error.isPresent() ? "undelivered" : "delivered";
        };
        boolean failed = "undelivered".equals(status);
        return text.turned(status, failed ? error.getAsInt() : null, journal.clock().instant());
    }

    /** Somebody answers on the phone. STOP and START are obeyed before the bot hears of it. */
    synchronized Text reply(String number, String body) {
        Phone phone = phone(number);
        String word = body.strip().toLowerCase(Locale.ROOT);
        Text inbound = text("inbound", number,
                new Order(lastSender(number), null, null, body, null), "received");
        if (STOP.contains(word)) {
            phones.put(number, phone.optedOut(true));
            own(inbound, "You have successfully been unsubscribed. You will not receive any more messages from this"
                    + " number. Reply START to resubscribe.");
        } else if (START.contains(word)) {
            phones.put(number, phone.optedOut(false));
            own(inbound, "You have successfully been re-subscribed to messages from this number. Reply HELP for help."
                    + " Reply STOP to unsubscribe.");
        }
        callbacks.inbound(inbound);
        return inbound;
    }

    private void own(Text inbound, String answer) {
        text("outbound-reply", inbound.to(), new Order(inbound.from(), null, null, answer, null), "delivered");
    }

    private String lastSender(String number) {
        return texts.values().stream().filter(text -> text.to().equals(number)).map(Text::from)
                .reduce((_, last) -> last).orElse(Endpoints.TWILIO_NUMBER);
    }

    private Phone phone(String number) {
        return phones.computeIfAbsent(number, _ -> new Phone(number, false, false));
    }

    synchronized void landline(String number, boolean on) {
        phones.put(number, phone(number).landline(on));
        journal.changes().happened();
    }

    synchronized Text get(String sid) {
        Text text = texts.get(sid);
        if (text == null) {
            throw new Refused(404, 20404,
                    "The requested resource /Accounts/" + Endpoints.TWILIO_ACCOUNT + "/Messages/" + sid
                            + ".json was not found");
        }
        return text;
    }

    synchronized Text redact(String sid) {
        return keep(get(sid).redacted(journal.clock().instant()));
    }

    synchronized Text cancel(String sid) {
        Text text = get(sid);
        if (!"accepted".equals(text.status()) && !"queued".equals(text.status())) {
            throw new Refused(400, 30409, "The message can no longer be canceled.");
        }
        return keep(text.turned("canceled", null, journal.clock().instant()));
    }

    synchronized void delete(String sid) {
        texts.remove(get(sid).sid());
        journal.changes().happened();
    }

    /** All messages, newest first. */
    synchronized List<Text> all() {
        return List.copyOf(texts.values()).reversed();
    }

    synchronized List<Map<String, Object>> onPhones() {
        return phones.values().stream().map(this::onPhone).toList();
    }

    private Map<String, Object> onPhone(Phone phone) {
        return Fields.of("number", phone.number(), "optedOut", phone.optedOut(), "landline", phone.landline(),
                "messages",
                texts.values().stream().filter(text -> text.phone().equals(phone.number())).map(Text::onPhone)
                        .toList());
    }
}
