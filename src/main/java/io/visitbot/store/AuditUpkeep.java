package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.audit.Head;

/** Throws away entries of the audit that have served their time, and says in the log where its chain ends. Blocks. */
final class AuditUpkeep implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(AuditUpkeep.class);

    private final Transactions transactions;
    private final AuditTable audit;
    private final Duration kept;
    private final Clock clock;

    AuditUpkeep(Transactions transactions, AuditTable audit, Duration kept, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-upkeep";
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    @Override
    public void run(BooleanSupplier ending) {
        Boolean more = true;
        while (Boolean.TRUE.equals(more) && !ending.getAsBoolean()) {
            more = transactions.writeNow(jdbc -> audit.purge(jdbc, clock.instant().minus(kept)));
        }
        Head head = AuditTable.head(transactions.jdbc(), "");
        LOG.info("audit: {}", head.words());
    }
}
