package io.visitbot.store;

import reactor.core.publisher.Mono;

import io.visitbot.webhook.SecretStore;

/** Self-made secrets, in the table of settings that the program keeps for itself. */
final class StoredSecrets implements SecretStore {

    private final Transactions transactions;

    StoredSecrets(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Mono<String> keep(String name, String candidate) {
        return transactions.write(jdbc -> {
            jdbc.sql("insert into setting (name, value) values (:name, :value) on conflict do nothing")
                    .param("name", name).param("value", candidate).update();
            return jdbc.sql("select value from setting where name = :name").param("name", name).query(String.class)
                    .single();
        });
    }
}
