package io.visitbot.sms;

import java.io.IOException;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.ApiTimeouts;
import io.visitbot.platform.Gates;

/** The way to Twilio with the threads and connections that it takes, so that they can be given back. */
record TwilioAccess(@Nullable TwilioMessenger messenger, Scheduler blocking, @Nullable TwilioTransport transport)
        implements
            AutoCloseable {

    private static final int MOST_WAITING = 1_000;

    static TwilioAccess of(SmsSettings settings, Gates gates, Scheduler timer, MeterRegistry meters) {
        SmsSettings.Twilio account = settings.twilio();
        if (account == null) {
            return new TwilioAccess(null, Schedulers.immediate(), null);
        }
        ApiTimeouts timeouts = ApiTimeouts.INTERACTIVE;
        Scheduler blocking = Schedulers.newBoundedElastic(TwilioTransport.SIDE_BY_SIDE, MOST_WAITING, "twilio");
        TwilioTransport transport = new TwilioTransport(account, timeouts, meters);
        TwilioMessenger messenger = new TwilioMessenger(new QuietTwilioClient(account, transport), account,
                settings.publicUrl(), gates.of(TwilioFailure.API, account.authToken()), blocking, timer,
                timeouts.total());
        return new TwilioAccess(messenger, blocking, transport);
    }

    @Override
    public void close() throws IOException {
        blocking.dispose();
        if (transport != null) {
            transport.close();
        }
    }
}
