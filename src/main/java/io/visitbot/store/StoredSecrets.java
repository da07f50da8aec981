package io.visitbot.store;

import reactor.core.publisher.Mono;

import io.visitbot.webhook.SecretStore;

/** Self-made secrets, encrypted in the table of settings that the program keeps for itself. */
final class StoredSecrets implements SecretStore {

    /** How the name of each of them ends. */
    static final String SUFFIX = "-secret";

    private final Transactions transactions;
    private final Sealer sealer;

    StoredSecrets(Transactions transactions, Sealer sealer) {
        this.transactions = transactions;
        this.sealer = sealer;
    }

    @Override
    public Mono<String> keep(String name, String candidate) {
        if (!name.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("the name of a secret ends with " + SUFFIX);
        }
        return transactions.write(jdbc -> {
            jdbc.sql("insert into setting (name, value) values (:name, :value) on conflict do nothing")
                    .param("name", name).param("value", sealer.seal(candidate)).update();
            return sealer.open(jdbc.sql("select value from setting where name = :name").param("name", name)
                    .query(String.class).single());
        });
    }
}
