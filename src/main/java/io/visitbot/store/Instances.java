package io.visitbot.store;

import java.time.Duration;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.visitbot.platform.Broadcast;
import io.visitbot.platform.Leader;

/** This instance among those on the same store: begins before everything that has something to tell, and ends after it. */
interface Instances extends Broadcast, Leader, SmartLifecycle {

    /** Tells the others, and not this instance, when the running transaction is committed. */
    void tellOthers(JdbcClient jdbc, String topic, String words);

    /** By how much this machine's clock is ahead of the others', below zero where it is behind; nothing while that is not worth a word. */
    Duration ahead();

    @Override
    default int getPhase() {
        return DEFAULT_PHASE - 8_192;
    }
}
