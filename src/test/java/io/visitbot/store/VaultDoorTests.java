package io.visitbot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith({PostgresServer.class, OutputCaptureExtension.class})
class VaultDoorTests {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void refusesWrongKeyAndOffOnceDatabaseIsEncrypted(Dialect dialect) {
        try (TestStore test = new TestStore(dialect, folder)) {
            String hash = test.vault(TestStore.KEY).hash(Records.PHONE);

            assertThat(test.vault(TestStore.KEY).hash(Records.PHONE)).isEqualTo(hash);
            assertThat(test.vault(TestStore.OTHER_KEY, TestStore.KEY).hash(Records.PHONE)).isEqualTo(hash);
            refused(test, "is not the key that this database is encrypted with", TestStore.OTHER_KEY);
            refused(test, "off, but this database is encrypted", "off");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void saysAloudEachTimeThatEncryptionIsOff(Dialect dialect, CapturedOutput output) {
        try (TestStore test = new TestStore(dialect, folder)) {
            test.vault("off");
            test.vault("off");

            assertThat(output.getOut().split("stand unencrypted in the database", -1)).hasSize(3);
        }
    }

    @Nested
    class KeyFileTests {

        private TestStore test;

        @BeforeEach
        void open() {
            test = new TestStore(Dialect.SQLITE, folder);
        }

        @AfterEach
        void close() {
            test.close();
        }

        @Test
        void makesKeyThatOnlyItsOwnerReadsAndSaysSoOnce(CapturedOutput output) throws IOException {
            test.vault();
            String key = Files.readString(key());
            test.vault();

            assertThat(EncryptionSettings.bytes(key)).hasSize(32);
            assertThat(Files.readString(key())).isEqualTo(key);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key()))).isEqualTo("rw-------");
            assertThat(output.getOut()).containsOnlyOnce("Keep a copy of that file").doesNotContain(key.strip());
            assertThat(folder.resolve("visit.key.new")).doesNotExist();
        }

        @Test
        void makesNoNewKeyWhenItsFileIsGone() throws IOException {
            test.vault();
            Files.delete(key());

            refused(test, "The key of this database is gone");
            assertThat(key()).doesNotExist();
        }

        @Test
        void takesKeyFromSettingInTheFilesPlace() throws IOException {
            test.vault();
            String key = Files.readString(key()).strip();
            Files.delete(key());

            assertThat(test.vault(key).sealer().isOff()).isFalse();
            assertThat(key()).doesNotExist();
        }

        @Test
        void refusesFileThatHoldsNoKeyOrAnother() throws IOException {
            test.vault();
            Files.writeString(key(), TestStore.OTHER_KEY);
            refused(test, "is not the key that this database is encrypted with");
            Files.writeString(key(), "AAEC");
            refused(test, "is no key");
        }

        @Test
        void warnsWhenOthersCanReadTheFile(CapturedOutput output) throws IOException {
            test.vault();
            assertThat(output.getOut()).doesNotContain("chmod 600");
            Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r-----"));
            test.vault();

            assertThat(output.getOut()).contains("chmod 600");
        }

        @Test
        void leavesNoNumberAndNoLinkInAnyByteOfTheFile() {
            Records records = new Records(test, test.vault());
            records.addAll();

            assertThat(Records.bytes(folder)).hasSizeGreaterThan(10_000).contains("V-1").doesNotContain("202555",
                    "guest.example.org", "host.example.org", "login.example.org", "patient-42", "s3cret");
        }

        private Path key() {
            return folder.resolve("visit.key");
        }
    }

    private static void refused(TestStore test, String words, String... keys) {
        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> test.vault(keys))
                .withMessageContaining(words).withMessageNotContaining(TestStore.OTHER_KEY);
    }
}
