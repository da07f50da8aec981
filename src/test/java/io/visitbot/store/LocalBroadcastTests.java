package io.visitbot.store;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalBroadcastTests {

    private final LocalBroadcast broadcast = new LocalBroadcast();
    private final List<String> heard = new ArrayList<>();

    @Test
    void tellsThoseWhoListenToTheTopic() {
        broadcast.listen("pause", heard::add);
        broadcast.listen("reload", heard::add);
        broadcast.send("pause", "webex");
        assertThat(heard).containsExactly("webex");
    }

    @Test
    void tellsTheOthersWhenOneFails() {
        broadcast.listen("pause", _ -> {
            throw new IllegalStateException("broken");
        });
        broadcast.listen("pause", heard::add);
        broadcast.send("pause", "webex");
        assertThat(heard).containsExactly("webex");
    }
}
