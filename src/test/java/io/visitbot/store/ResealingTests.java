package io.visitbot.store;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Check;
import io.visitbot.platform.SettingsException;
import io.visitbot.visit.Actor;

import static io.visitbot.store.Records.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class ResealingTests {

    private static final String[] TRACES = {"202555", "guest.example.org", "host.example.org", "patient-42", "s3cret"};

    private final Dialect dialect;
    @TempDir
    private Path folder = Path.of("");
    private TestStore test;

    ResealingTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open() {
        test = new TestStore(dialect, folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void encryptsWhatVersionWithoutKeysLeft() {
        asVersionWithoutKeysLeftIt();
        Records now = new Records(test, test.vault(TestStore.KEY));
        assertThat(now.rows()).contains(TRACES);

        reseal(now);

        assertThat(now.rows()).doesNotContain(TRACES);
        assertThat(check(now).finding()).contains("no older key is needed");
        assertAllIsThere(now);
        if (dialect == Dialect.SQLITE) {
            assertThat(Records.bytes(folder)).contains("V-1").doesNotContain(TRACES);
        }
    }

    @Test
    void findsNumbersAndMessagesBeforeTheyAreEncrypted() {
        asVersionWithoutKeysLeftIt();
        Records now = new Records(test, test.vault(TestStore.KEY));

        assertAllIsThere(now);
        assertThat(check(now).finding()).contains("keep older keys");
        get(now.texts.optOut(Records.OUT, false).thenReturn(true));
        assertThat(get(now.texts.hasOptedOut(Records.OUT))).isFalse();
    }

    @Test
    void letsTheOldKeyGoWhenAllIsEncryptedWithTheNewOne() {
        new Records(test, test.vault(TestStore.KEY)).addAll();
        Records both = new Records(test, test.vault(TestStore.OTHER_KEY, TestStore.KEY));
        assertAllIsThere(both);
        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> test.vault(TestStore.OTHER_KEY));

        reseal(both);

        Records now = new Records(test, test.vault(TestStore.OTHER_KEY));
        assertAllIsThere(now);
        assertThat(check(now).finding()).contains("no older key is needed");
        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> test.vault(TestStore.KEY));
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        Records before = new Records(test, test.vault(TestStore.KEY));
        for (int number = 0; number < 150; number++) {
            get(before.visits.add(before.visit("V-" + number)));
        }
        Records now = new Records(test, test.vault(TestStore.OTHER_KEY, TestStore.KEY));
        AtomicInteger looks = new AtomicInteger();

        resealing(now).run(() -> looks.incrementAndGet() > 1);
        assertThat(current(now)).isEqualTo(100);
        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> test.vault(TestStore.OTHER_KEY));
        reseal(now);

        assertThat(current(now)).isEqualTo(150);
        test.vault(TestStore.OTHER_KEY);
    }

    @Test
    void decryptsWhenOffComesBeforeTheKey() {
        new Records(test, test.vault(TestStore.KEY)).addAll();
        Records off = new Records(test, test.vault("off", TestStore.KEY));
        assertAllIsThere(off);

        reseal(off);

        assertAllIsThere(new Records(test, test.vault("off")));
        assertThat(check(off).state()).isEqualTo(Check.State.OFF);
    }

    @Test
    void saysThatAKeyIsMissingAndLeavesWhatItCannotRead() {
        Records before = new Records(test, test.vault(TestStore.KEY));
        before.addAll();
        Records astray = new Records(test,
                new Vault(Sealer.with(java.util.List.of(TestStore.OTHER_KEY)), before.vault.numbers()));

        reseal(astray);

        assertThat(check(astray).state()).isEqualTo(Check.State.WRONG);
        assertThat(check(astray).cure()).contains("add the key that is missing");
        assertAllIsThere(before);
    }

    private void asVersionWithoutKeysLeftIt() {
        new Records(test, test.vault("off")).addAll();
        test.jdbc().sql("update text_message set recipient = :to").param("to", Records.PHONE.e164()).update();
        test.jdbc().sql("update opt_out set recipient = :to").param("to", Records.OUT.e164()).update();
        test.jdbc().sql("update visit set label = 'patient-42'").update();
        test.jdbc().sql("delete from setting where name = :name").param("name", VaultDoor.CHECKED).update();
    }

    private static void assertAllIsThere(Records records) {
        assertThat(get(records.visits.find("V-1"))).isEqualTo(records.visit("V-1"));
        assertThat(get(records.drafts.find("n-V-1")).phone()).isEqualTo(Records.PHONE);
        assertThat(get(records.texts.findByProvider("SMV-1"))).isEqualTo(records.text("V-1"));
        assertThat(get(records.texts.plan(Actor.ITSELF, records.text("V-1")))).isEqualTo(records.text("V-1"));
        assertThat(records.test.count("text_message", "visit = 'V-1'")).isOne();
        assertThat(get(records.texts.hasOptedOut(Records.OUT))).isTrue();
        assertThat(get(records.texts.hasOptedOut(Records.PHONE))).isFalse();
        assertThat(get(records.secrets.keep("webhook-secret", "another"))).isEqualTo("s3cret");
    }

    private long current(Records records) {
        return test.jdbc().sql("select count(*) from visit where body like :mark")
                .param("mark", records.vault.sealer().mark() + "%").query(Long.class).single();
    }

    private static Check.Result check(Records records) {
        return get(new EncryptionCheck(records.transactions, records.vault.sealer(), Schedulers.parallel()).run());
    }

    private void reseal(Records records) {
        resealing(records).run(() -> false);
    }

    private Resealing resealing(Records records) {
        return new Resealing(records.transactions, records.vault, new Erasure(test.database));
    }
}
