package io.visitbot.store;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoreSettingsTests {

    @Test
    void takesFileInDataFolderWhenNothingIsGiven() {
        assertThat(read("").file()).isEqualTo(Path.of("data", "visit.db"));
    }

    @Test
    void takesFileThatIsNamed() {
        assertThat(read("jdbc:sqlite:/srv/visit/v.db").file()).isEqualTo(Path.of("/srv/visit/v.db"));
    }

    @Test
    void takesServerAsItIsGiven() {
        String url = "jdbc:postgresql://db.example.org/visit?user=visit&password=s3cret";

        assertThat(read(url)).satisfies(settings -> {
            assertThat(settings.url().value()).isEqualTo(url);
            assertThat(settings.dialect()).isEqualTo(Dialect.POSTGRESQL);
            assertThat(settings.toString()).doesNotContain("s3cret");
        });
    }

    @Test
    void understandsAddressAsHostersGiveIt() {
        assertThat(read("postgres://visit:p%26w%3D+1@db.example.org:5433/visit?sslmode=require").url().value())
                .isEqualTo(
                        "jdbc:postgresql://db.example.org:5433/visit?user=visit&password=p%26w%3D%2B1&sslmode=require");
    }

    @Test
    void understandsLoginInAddressOfTheDriverToo() {
        assertThat(read("jdbc:postgresql://visit:s3cret@db.example.org/visit?sslmode=require").url().value())
                .isEqualTo("jdbc:postgresql://db.example.org/visit?user=visit&password=s3cret&sslmode=require");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://user:s3cret@host/db", "jdbc:h2:file:s3cret", "jdbc:sqlite:",
            "jdbc:sqlite::memory:", "jdbc:sqlite:s3cret.db?mode=ro", "jdbc:postgresql://host?password=s3cret",
            "postgres://:s3cret", "s3cret", "jdbc:postgresql://visit:p@s3cret@host/db",
            "postgres://visit:p@s3cret@host/db"})
    void namesSettingAndNotItsValueWhenItIsUnknown(String value) {
        Settings settings = new Settings(name -> value);
        StoreSettings.read(settings);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .withMessageContaining("DATABASE_URL must be empty, jdbc:sqlite:")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("s3cret"));
    }

    private static StoreSettings read(String value) {
        Settings settings = new Settings(name -> value);
        StoreSettings read = StoreSettings.read(settings);
        settings.verify();
        return read;
    }
}
