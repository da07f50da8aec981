package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class StoredBacklogTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Dialect dialect;
    private TestStore test;
    private StoredBacklog backlog;

    StoredBacklogTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(dialect, folder);
        backlog = new StoredBacklog(test.store().transactions());
        test.jdbc()
                .sql("""
                        insert into inbox (event_id, resource, event, body, received_at, state, attempts, next_at)
                        values ('a', 'messages', 'created', '{"data":{"roomId":"ward","personId":"lee"}}', :at, 'open', 0, 0)""")
                .param("at", NOON.toEpochMilli()).update();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @ParameterizedTest
    @CsvSource({"ward, lee, 1, true", "ward, lee, 600, true", "ward, lee, 601, false", "ward, lee, 0, false",
            "ward, lee, -5, false", "ward, ortiz, 1, false", "other, lee, 1, false"})
    void holdsWhatTheSamePersonDidInTheSameRoomShortlyBefore(String room, String person, long later, boolean holds) {
        assertThat(holds(room, person, NOON.plusSeconds(later))).isEqualTo(holds);
    }

    @Test
    void holdsNothingThatIsFinishedWith() {
        test.jdbc().sql("update inbox set state = 'done'").update();
        assertThat(holds("ward", "lee", NOON.plusSeconds(1))).isFalse();
    }

    private Boolean holds(String room, String person, Instant than) {
        return Objects.requireNonNull(
                backlog.holdsEarlier(room, person, than).block(Duration.ofSeconds(20)));
    }
}
