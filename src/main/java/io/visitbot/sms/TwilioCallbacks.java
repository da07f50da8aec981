package io.visitbot.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.TextReports;
import io.visitbot.visit.TextStatus;

/** Takes what Twilio reports: how messages fare, and who replied STOP. Nothing is believed that Twilio did not sign. */
class TwilioCallbacks {

    static final String INBOUND_PATH = "/webhooks/twilio/inbound";

    private static final Logger log = LoggerFactory.getLogger(TwilioCallbacks.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final Set<String> STOP = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE",
            "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

    private final Supplier<RequestValidator> signatures;
    private final String publicUrl;
    private final TextReports reports;
    private final PhoneNumbers numbers;
    private final MeterRegistry meters;

    TwilioCallbacks(Supplier<RequestValidator> signatures, String publicUrl, TextReports reports, PhoneNumbers numbers,
            MeterRegistry meters) {
        this.signatures = signatures;
        this.publicUrl = publicUrl;
        this.reports = reports;
        this.numbers = numbers;
        this.meters = meters;
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
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), MOST_BYTES)
                .map(TwilioCallbacks::form).defaultIfEmpty(Map.of())
                .flatMap(form -> signatures.get().validate(url, form, signature)
                        ? handler.apply(form)
                        : answer(HttpStatus.FORBIDDEN))
                .onErrorResume(DataBufferLimitException.class, tooLong -> answer(HttpStatus.CONTENT_TOO_LARGE))
                .onErrorResume(IllegalArgumentException.class, noForm -> answer(HttpStatus.FORBIDDEN))
                .onErrorResume(this::notKept);
    }

    private Mono<ServerResponse> status(Map<String, String> form, @Nullable String query) {
        Optional<String> text = TextReference.in(query == null ? "" : query);
        String id = form.getOrDefault("MessageSid", form.getOrDefault("SmsSid", ""));
        Mono<Void> kept = Mono.justOrEmpty(TwilioStatus.of(form.getOrDefault("MessageStatus", "")))
                .filter(status -> !id.isEmpty()).doOnNext(this::count)
                .flatMap(status -> reports.status(id, text.orElse(null), status, code(form)));
        return kept.then(answer(HttpStatus.OK));
    }

    private Mono<ServerResponse> inbound(Map<String, String> form) {
        Mono<Void> kept = Mono.justOrEmpty(numbers.parse(form.getOrDefault("From", "")))
                .flatMap(from -> switch (wish(form)) {
                    case STOP -> reports.stop(from);
                    case START -> reports.start(from);
                    case NONE -> Mono.empty();
                });
        return kept.then(ServerResponse.ok().contentType(MediaType.TEXT_XML).bodyValue("<Response></Response>"));
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
        log.warn("report of a text message not kept: {}", failure.getClass().getSimpleName());
        return answer(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static Mono<ServerResponse> answer(HttpStatus status) {
        return ServerResponse.status(status).build();
    }

    private static Map<String, String> form(DataBuffer body) {
        String text = body.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(body);
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
