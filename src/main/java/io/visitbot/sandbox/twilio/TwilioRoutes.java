package io.visitbot.sandbox.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.visitbot.sandbox.journal.Endpoints;
import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Times;

/** The pretend Twilio REST API. */
final class TwilioRoutes {

    private static final Pattern E_164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int MAX_BODY = 1_600;
    private static final String CREDENTIALS = "Basic " + Base64.getEncoder().encodeToString(
            (Endpoints.TWILIO_ACCOUNT + ":" + Endpoints.TWILIO_TOKEN).getBytes(StandardCharsets.UTF_8));

    private final Texts texts;
    private final Clock clock;

    TwilioRoutes(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().path("/2010-04-01",
                api -> api.GET("/Accounts/{account}.json", this::account)
                        .POST("/Accounts/{account}/Messages.json", this::send)
                        .GET("/Accounts/{account}/Messages.json", this::list)
                        .GET("/Accounts/{account}/Messages/{sid}.json", this::get)
                        .POST("/Accounts/{account}/Messages/{sid}.json", this::change)
                        .DELETE("/Accounts/{account}/Messages/{sid}.json", this::delete)
                        .route(_ -> true, TwilioRoutes::unknown)
                        .filter((request, next) -> Mono.defer(() -> next.handle(checked(request)))
                                .onErrorResume(Refused.class, TwilioRoutes::refused)))
                .build();
    }

    private static ServerRequest checked(ServerRequest request) {
        boolean ownAccount = request.path().startsWith("/2010-04-01/Accounts/" + Endpoints.TWILIO_ACCOUNT);
        if (!ownAccount || !CREDENTIALS.equals(request.headers().firstHeader(HttpHeaders.AUTHORIZATION))) {
            throw new Refused(401, 20003, "Authenticate");
        }
        return request;
    }

    private static Mono<ServerResponse> unknown(ServerRequest request) {
        throw new Refused(404, 20404, "The requested resource " + request.path() + " was not found");
    }

    private static Mono<ServerResponse> refused(Refused refused) {
        return json(refused.status(), refused.view());
    }

    private static Mono<ServerResponse> json(int status, Object body) {
        return ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    private Mono<ServerResponse> account(ServerRequest request) {
        String now = Times.rfc2822(clock.instant());
        return json(200,
                Fields.of("sid", Endpoints.TWILIO_ACCOUNT, "friendly_name", "Sandbox", "status", "active", "type",
                        "Full", "owner_account_sid", Endpoints.TWILIO_ACCOUNT, "date_created", now, "date_updated", now,
                        "uri",
                        request.path()));
    }

    private Mono<ServerResponse> send(ServerRequest request) {
        return request.body(BodyExtractors.toFormData()).flatMap(form -> json(201, texts.send(order(form)).view()));
    }

    private static Texts.Order order(MultiValueMap<String, String> form) {
        String to = form.getFirst("To");
        String from = form.getFirst("From");
        String service = form.getFirst("MessagingServiceSid");
        refuseIf(to == null || to.isBlank(), 21604, "A 'To' phone number is required.");
        refuseIf(!matches(to), 21211, "Invalid 'To' Phone Number: " + to);
        refuseIf(from == null && service == null, 21603, "A 'From' phone number is required.");
        refuseIf(from != null && !matches(from), 21212, "Invalid From Number (caller ID): " + from);
        return new Texts.Order(String.valueOf(to), from, service, body(form),
                callback(form.getFirst("StatusCallback")));
    }

    private static boolean matches(@Nullable String number) {
        return number != null && E_164.matcher(number).matches();
    }

    private static String body(MultiValueMap<String, String> form) {
        String body = form.getFirst("Body");
        if (body == null || body.isBlank()) {
            throw new Refused(400, 21602, "Message body is required.");
        }
        refuseIf(body.length() > MAX_BODY, 21617,
                "The concatenated message body exceeds the 1600 character limit.");
        return body;
    }

    private static @Nullable String callback(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return null;
        }
        try {
            refuseIf(URI.create(url).getHost() == null, 21609, "Invalid 'StatusCallback' URL");
        } catch (IllegalArgumentException malformed) {
            throw new Refused(400, 21609, "Invalid 'StatusCallback' URL");
        }
        return url;
    }

    private static void refuseIf(boolean wrong, int code, String sentence) {
        if (wrong) {
            throw new Refused(400, code, sentence);
        }
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        return json(200, new TextPage(request, texts.all()).view());
    }

    private static String sid(ServerRequest request) {
        return request.pathVariable("sid");
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        return json(200, texts.get(sid(request)).view());
    }

    private Mono<ServerResponse> change(ServerRequest request) {
        return request.body(BodyExtractors.toFormData()).flatMap(form -> {
            boolean cancel = "canceled".equals(form.getFirst("Status"));
            refuseIf(!cancel && !"".equals(form.getFirst("Body")), 20001,
                    "Only an empty Body or Status=canceled is possible.");
            return json(200, (cancel ? texts.cancel(sid(request)) : texts.redact(sid(request))).view());
        });
    }

    private Mono<ServerResponse> delete(ServerRequest request) {
        texts.delete(sid(request));
        return ServerResponse.noContent().build();
    }
}
