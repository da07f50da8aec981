package io.visitbot.store;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Check;

/** Whether links and numbers are encrypted on disk, and whether older keys are still needed. */
final class EncryptionCheck implements Check {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final Sealer sealer;
    private final Scheduler timer;

    EncryptionCheck(Transactions transactions, Sealer sealer, Scheduler timer) {
        this.transactions = transactions;
        this.sealer = sealer;
        this.timer = timer;
    }

    @Override
    public String name() {
        return "Encryption";
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Mono<Result> run() {
        if (sealer.isOff()) {
            return Mono.just(Result.off("off: links and phone numbers stand unencrypted in the database",
                    "to encrypt them, set VISIT_ENCRYPTION_KEY; " + EncryptionSettings.HOW));
        }
        return transactions.read(jdbc -> jdbc.sql("select value from setting where name = :name")
                .param("name", Resealing.DONE_WITH).query(String.class).optional().orElse("")).map(this::judge)
                .timeout(LONGEST, timer)
                .onErrorResume(error -> Mono.just(Result.ok("on; see the line on the database")));
    }

    private Result judge(String doneWith) {
        if (doneWith.equals(Resealing.LOCKED)) {
            return Result.wrong("some of the database can't be decrypted",
                    "add the key that is missing at the end of VISIT_ENCRYPTION_KEY and restart Visit");
        }
        return doneWith.equals(sealer.name())
                ? Result.ok("on: links and phone numbers are encrypted with the first key, and no older key is needed")
                : Result.ok("on: what is older is being encrypted with the first key; keep older keys in "
                        + "VISIT_ENCRYPTION_KEY until that is done");
    }
}
