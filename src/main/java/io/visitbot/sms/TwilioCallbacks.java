package io.visitbot.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Pace;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.platform.RequestBody;
import io.visitbot.visit.TextReports;
import io.visitbot.visit.TextStatus;

/** Takes what Twilio reports: how messages fare, and who replied STOP. Nothing is believed that Twilio did not sign. */
class TwilioCallbacks {

    static final String INBOUND_PATH = "/webhooks/twilio/inbound";

    /** How long a report may wait to be kept; Twilio itself waits 15 s. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(TwilioCallbacks.class);
    private static final int MOST_BYTES = 40 * 1024;
    private static final Set<String> STOP = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE",
            "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

    private final Supplier<RequestValidator> signatures;
    private final String publicUrl;
    private final TextReports reports;
    private final PhoneNumbers numbers;
    private final MeterRegistry meters;
    private final Scheduler timer;
    private final Pace lines;

    TwilioCallbacks(Supplier<RequestValidator> signatures, String publicUrl, TextReports reports, PhoneNumbers numbers,
            MeterRegistry meters, Scheduler timer) {
        this.signatures = signatures;
        this.publicUrl = publicUrl;
        this.reports = reports;
        this.numbers = numbers;
        this.meters = meters;
        this.timer = timer;
        this.lines = new Pace(timer, Duration.ofMinutes(1), 1);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST(TwilioMessenger.STATUS_PATH,
                        request -> verified(request, TwilioMessenger.STATUS_PATH,
                                form -> status(form, request.uri().getRawQuery())))
                .POST(INBOUND_PATH, request -> verified(request, INBOUND_PATH, this::inbound)).build();
    }

    private Mono<ServerResponse> verified(ServerRequest request, String path,
            Function<Map<String, String>, Mono<ServerResponse>> handler) {
        String signature = request.headers().firstHeader("X-Twilio-Signature");
        if (signature == null) {
            return answer(HttpStatus.FORBIDDEN);
        }
        String query = request.uri().getRawQuery();
        String url = publicUrl + path + (query == null ? "" : "?" + query);
        return RequestBody.read(request, MOST_BYTES, timer).map(TwilioCallbacks::form)
                .flatMap(form -> signatures.get().validate(url, form, signature)
                        ? handler.apply(form)
                        : answer(HttpStatus.FORBIDDEN))
                .onErrorResume(RequestBody.Refused.class, refused -> refuse(refused.status()))
                .onErrorResume(IllegalArgumentException.class, noForm -> answer(HttpStatus.FORBIDDEN))
                .onErrorResume(this::notKept);
    }

    private Mono<ServerResponse> status(Map<String, String> form, @Nullable String query) {
        Optional<String> text = TextReference.in(query == null ? "" : query);
        String id = form.getOrDefault("MessageSid", form.getOrDefault("SmsSid", ""));
        Mono<Void> kept = Mono.justOrEmpty(TwilioStatus.of(form.getOrDefault("MessageStatus", "")))
                .filter(status -> !id.isEmpty()).doOnNext(this::count)
                .flatMap(status -> reports.status(id, text.orElse(null), status, code(form)));
        return inTime(kept).then(answer(HttpStatus.OK));
    }

    private Mono<ServerResponse> inbound(Map<String, String> form) {
        Mono<Void> kept = Mono.justOrEmpty(numbers.parse(form.getOrDefault("From", "")))
                .flatMap(from -> switch (wish(form)) {
                    case STOP -> reports.stop(from);
                    case START -> reports.start(from);
                    case NONE -> Mono.empty();
                });
        return inTime(kept)
                .then(ServerResponse.ok().contentType(MediaType.TEXT_XML).bodyValue("<Response></Response>"));
    }

    /** What is not kept in time is not called off: it may be kept later, and the same once more changes nothing. */
    private Mono<Void> inTime(Mono<Void> kept) {
        return Mono.fromFuture(kept::toFuture, true).timeout(LONGEST_WAIT, timer);
    }

    private static Wish wish(Map<String, String> form) {
        String said = form.getOrDefault("OptOutType", form.getOrDefault("Body", "")).strip().toUpperCase(Locale.ROOT);
        return STOP.contains(said) ? Wish.STOP : START.contains(said) ? Wish.START : Wish.NONE;
    }

    private void count(TextStatus status) {
        meters.counter("visit.texts", "status", status.name().toLowerCase(Locale.ROOT)).increment();
    }

    private static int code(Map<String, String> form) {
        String code = form.getOrDefault("ErrorCode", "");
        return code.matches("\\d{1,9}") ? Integer.parseInt(code) : 0;
    }

    private Mono<ServerResponse> notKept(Throwable failure) {
        lines.turn().ifPresent(unsaid -> log.warn("Reports of text messages can't be kept ({} more since the last such "
                + "line): {}", unsaid, failure.getClass().getSimpleName()));
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5").build();
    }

    /** Closes the connection, since what comes on it is not read to its end. */
    private static Mono<ServerResponse> refuse(HttpStatus status) {
        return ServerResponse.status(status).header(HttpHeaders.CONNECTION, "close").build();
    }

    private static Mono<ServerResponse> answer(HttpStatus status) {
        return ServerResponse.status(status).build();
    }

    private static Map<String, String> form(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            form.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        form.remove("");
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private enum Wish {
        STOP, START, NONE
    }
}
