package io.visitbot.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

import io.visitbot.sandbox.journal.Changes;
import io.visitbot.sandbox.journal.Wrong;

/** The trouble that was ordered and has not struck yet. */
public final class Faults {

    private static final int MAX_FAULTS = 50;

    private final Changes changes;
    private final List<Fault> faults = new ArrayList<>();

    Faults(Changes changes) {
        this.changes = changes;
    }

    synchronized void add(Fault fault) {
        if (faults.size() >= MAX_FAULTS) {
            throw new Wrong(409, "There is enough trouble already: clear some.");
        }
        faults.add(fault);
        changes.happened();
    }

    synchronized void remove(String id) {
        if (!faults.removeIf(fault -> fault.id().equals(id))) {
            throw new Wrong(404, "There is no such trouble.");
        }
        changes.happened();
    }

    synchronized void clear() {
        faults.clear();
        changes.happened();
    }

    synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    /** The trouble that strikes this request, if any; counts as struck. */
    synchronized Optional<Fault> strike(String service, String method, String path) {
        return strike(fault -> fault.strikes(service, method, path));
    }

    /** The error number of the next text message, if it is not to be delivered. */
    public synchronized OptionalInt undelivered() {
        return strike(fault -> fault.kind() == Fault.Kind.UNDELIVERED).map(fault -> OptionalInt.of(fault.errorCode()))
                .orElse(OptionalInt.empty());
    }

    private Optional<Fault> strike(Predicate<Fault> wanted) {
        Optional<Fault> found = faults.stream().filter(wanted).findFirst();
        found.ifPresent(fault -> faults.set(faults.indexOf(fault), fault.struck()));
        if (found.isPresent()) {
            faults.removeIf(Fault::isSpent);
            changes.happened();
        }
        return found;
    }
}
