package io.visitbot.audit;

import java.util.List;

/** Reads the record. Its verbs block: they are for threads that may. */
public interface AuditRecords {

    Head head();

    /** The next entries after a number, oldest first; empty where there are no more. */
    List<Entry> page(Selection selection, long after, int most);
}
