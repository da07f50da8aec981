package io.visitbot.sms;

import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;

/**
 * The SDK's client without its log of requests, which holds numbers and messages. What it signs in with does not count: the
 * {@link TwilioTransport} puts the present token in its place.
 */
class QuietTwilioClient extends TwilioRestClient {

    QuietTwilioClient(SmsSettings.Twilio account, TwilioTransport transport) {
        super(new Builder(account.accountSid(), account.authToken().secret().value()).accountSid(account.accountSid())
                .httpClient(transport));
    }

    @Override
    public void logRequest(Request request) {
    }
}
