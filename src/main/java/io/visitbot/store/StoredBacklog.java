package io.visitbot.store;

import java.time.Duration;
import java.time.Instant;

import reactor.core.publisher.Mono;

import io.visitbot.webhook.Backlog;

/** The unfinished events on disk, of all processes. Who did what where stands in their bodies, in words without a wildcard. */
record StoredBacklog(Transactions transactions) implements Backlog {

    private static final Duration LOOKED_BACK = Duration.ofMinutes(10);
    private static final String EARLIER = """
            select count(*) from inbox where state = 'open' and received_at < :than and received_at >= :since
            and body like :room and body like :person""";

    @Override
    public Mono<Boolean> holdsEarlier(String room, String person, Instant than) {
        return transactions.read(jdbc -> jdbc.sql(EARLIER).param("than", than.toEpochMilli())
                .param("since", than.minus(LOOKED_BACK).toEpochMilli()).param("room", "%" + room + "%")
                .param("person", "%" + person + "%").query(Long.class).single() > 0);
    }
}
