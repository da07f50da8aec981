package io.visitbot.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType.RAN_EXECUTE_DUE;
import static com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType.UNEXPECTED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SchedulerWatchTests {

    private final SchedulerWatch watch = new SchedulerWatch();

    @Test
    void saysOnceThatWorkStandsStillAndOnceThatItGoesOn(CapturedOutput output) {
        watch.onSchedulerEvent(UNEXPECTED_ERROR);
        watch.onSchedulerEvent(UNEXPECTED_ERROR);
        watch.onSchedulerEvent(RAN_EXECUTE_DUE);
        watch.onSchedulerEvent(RAN_EXECUTE_DUE);

        assertThat(output.getOut().split("stands still", -1)).hasSize(2);
        assertThat(output.getOut().split("goes on", -1)).hasSize(2);
    }
}
