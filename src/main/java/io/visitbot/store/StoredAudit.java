package io.visitbot.store;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

import io.visitbot.audit.AuditRecords;
import io.visitbot.audit.Entry;
import io.visitbot.audit.Head;
import io.visitbot.audit.Selection;
import io.visitbot.visit.Act;
import io.visitbot.visit.AuditTrail;

/** The audit on disk. */
final class StoredAudit implements AuditTrail, AuditRecords {

    private final Transactions transactions;
    private final AuditTable audit;

    StoredAudit(Transactions transactions, AuditTable audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Mono<Void> record(Act act) {
        return transactions.write(jdbc -> append(jdbc, act)).then();
    }

    @Override
    public Head head() {
        return AuditTable.head(transactions.jdbc(), "");
    }

    @Override
    public List<Entry> page(Selection selection, long after, int most) {
        return AuditTable.page(transactions.jdbc(), selection, after, most);
    }

    private boolean append(JdbcClient jdbc, Act act) {
        audit.append(jdbc, List.of(act));
        return true;
    }
}
