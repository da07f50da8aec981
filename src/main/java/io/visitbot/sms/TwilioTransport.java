package io.visitbot.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.twilio.exception.TwilioException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

import io.visitbot.platform.ApiTimeouts;

/**
 * The SDK's way to Twilio, made to ask once. As it comes, the SDK repeats a POST after a 5xx three times, which it can't
 * where that is thrown, and its HTTP client repeats it after a 429 or 503: a patient would be written to more than once.
 * Connections are not kept, since one that has gone stale leaves nobody knowing whether the message was taken.
 */
class TwilioTransport extends NetworkHttpClient implements AutoCloseable {

    static final int SIDE_BY_SIDE = 8;

    private final SmsSettings.Twilio account;
    private final MeterRegistry meters;

    TwilioTransport(SmsSettings.Twilio account, ApiTimeouts timeouts, MeterRegistry meters) {
        super(askingOnce(timeouts));
        this.account = account;
        this.meters = meters;
    }

    @Override
    public Response makeRequest(Request request) {
        Response response = answer(request);
        count(Integer.toString(response.getStatusCode()));
        if (response.getStatusCode() / 100 != 2) {
            throw TwilioFailure.answered(response);
        }
        return response;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private Response answer(Request request) {
        try {
            return super.makeRequest(new RelocatedRequest(request, account.api(), credentials()));
        } catch (TwilioException failure) {
            count("none");
            throw TwilioFailure.unanswered(failure.getCause());
        }
    }

    private String credentials() {
        String pair = account.accountSid() + ":" + account.authToken().secret().value();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private void count(String status) {
        meters.counter("visit.api.calls", "api", TwilioFailure.API, "status", status).increment();
    }

    private static HttpClientBuilder askingOnce(ApiTimeouts timeouts) {
        Timeout attempt = Timeout.of(timeouts.attempt());
        ConnectionConfig connections = ConnectionConfig.custom().setConnectTimeout(Timeout.of(timeouts.connect()))
                .setSocketTimeout(attempt).build();
        return HttpClientBuilder.create().useSystemProperties().disableAutomaticRetries().disableRedirectHandling()
                .disableCookieManagement().setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(attempt)
                        .setConnectionRequestTimeout(attempt).build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().useSystemProperties()
                        .setDefaultConnectionConfig(connections).setMaxConnPerRoute(SIDE_BY_SIDE)
                        .setMaxConnTotal(SIDE_BY_SIDE).build());
    }
}
