package io.visitbot.webex;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NewMessageTests {

    @Test
    void needsExactlyOneDestination() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewMessage(null, null, null, "Hello", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewMessage("room", "person", null, "Hello", null));
    }

    @Test
    void hasNoThreadWhereItsRootIsNotKnown() {
        assertThat(NewMessage.toRoom("room", "Hello").inThread("")).isEqualTo(NewMessage.toRoom("room", "Hello"));
    }

    @Test
    void doesNotPrintWhatItSays() {
        assertThat(NewMessage.toRoom("room", "patient-42").toString()).doesNotContain("patient-42");
    }
}
