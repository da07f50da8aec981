package io.visitbot.visit;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextStatusTests {

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "UNDELIVERED", "FAILED", "CANCELLED"})
    void neverLeavesFinalState(TextStatus last) {
        assertThat(last.isFinal()).isTrue();
        assertThat(Stream.of(TextStatus.values()).filter(last::mayBecome)).isEmpty();
    }

    @Test
    void goesForwardThroughTheUsualStates() {
        assertThat(TextStatus.PLANNED.mayBecome(TextStatus.SENDING)).isTrue();
        assertThat(TextStatus.SENDING.mayBecome(TextStatus.QUEUED)).isTrue();
        assertThat(TextStatus.QUEUED.mayBecome(TextStatus.SENT)).isTrue();
        assertThat(TextStatus.SENT.mayBecome(TextStatus.DELIVERED)).isTrue();
    }

    @Test
    void skipsStatesWhoseReportsWereLost() {
        assertThat(TextStatus.SENDING.mayBecome(TextStatus.DELIVERED)).isTrue();
        assertThat(TextStatus.QUEUED.mayBecome(TextStatus.UNDELIVERED)).isTrue();
    }

    @Test
    void neverGoesBackNorStays() {
        assertThat(TextStatus.SENT.mayBecome(TextStatus.QUEUED)).isFalse();
        assertThat(TextStatus.QUEUED.mayBecome(TextStatus.SENDING)).isFalse();
        assertThat(TextStatus.QUEUED.mayBecome(TextStatus.QUEUED)).isFalse();
    }

    @Test
    void leavesUnknownByReportOnly() {
        assertThat(TextStatus.UNKNOWN.mayBecome(TextStatus.QUEUED)).isTrue();
        assertThat(TextStatus.UNKNOWN.mayBecome(TextStatus.DELIVERED)).isTrue();
        assertThat(TextStatus.UNKNOWN.mayBecome(TextStatus.PLANNED)).isFalse();
        assertThat(TextStatus.UNKNOWN.mayBecome(TextStatus.SENDING)).isFalse();
    }
}
