package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.audit.Head;

/** Throws away entries of the audit that have served their time, and says in the log where its chain ends. Blocks. */
final class AuditUpkeep {

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

    void run() {
        Boolean more;
        do {
            more = transactions.writeNow(jdbc -> audit.purge(jdbc, clock.instant().minus(kept)));
        } while (Boolean.TRUE.equals(more));
        Head head = AuditTable.head(transactions.jdbc(), "");
        LOG.info("audit: {}", head.words());
    }
}
