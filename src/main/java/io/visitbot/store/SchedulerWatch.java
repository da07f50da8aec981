package io.visitbot.store;

import java.util.concurrent.atomic.AtomicBoolean;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that durable work can't go on, and once that it does: the library would say it each second, with a stack trace. */
final class SchedulerWatch extends AbstractSchedulerListener {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerWatch.class);

    private final AtomicBoolean inTrouble = new AtomicBoolean();

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        switch (event) {
            case UNEXPECTED_ERROR, FAILED_MULTIPLE_HEARTBEATS -> begin();
            case RAN_EXECUTE_DUE -> end();
            default -> {
            }
        }
    }

    private void begin() {
        if (inTrouble.compareAndSet(false, true)) {
            LOG.warn("durable work stands still; /actuator/health says how the database is");
        }
    }

    private void end() {
        if (inTrouble.compareAndSet(true, false)) {
            LOG.info("durable work goes on");
        }
    }
}
