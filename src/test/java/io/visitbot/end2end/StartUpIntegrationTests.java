package io.visitbot.end2end;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** How the packaged program starts, and in which words it does not. */
class StartUpIntegrationTests {

    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final int JAVA_17 = 61;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysWhatIsMissingAndHowToTryTheSandbox() {
        String words = refusal(Map.of());

        assertThat(words).contains("WEBEX_BOT_TOKEN is missing", "PUBLIC_URL is missing",
                "--spring.profiles.active=sandbox");
    }

    @Test
    void namesMalformedSettingWithoutItsValue() {
        String words = refusal(Map.of("WEBEX_BOT_TOKEN", "real-token", "PUBLIC_URL", "gopher://hidden.example.org",
                "VISIT_TIME_ZONE", "Middle-earth"));

        assertThat(words).contains("PUBLIC_URL must be", "VISIT_TIME_ZONE must be").doesNotContain("real-token",
                "hidden.example.org", "Middle-earth", "WEBEX_BOT_TOKEN is missing");
    }

    @Test
    void asksForKeyThatInstancesShareAndForOneThatFits() {
        assertThat(refusal(Map.of("WEBEX_BOT_TOKEN", "real-token", "PUBLIC_URL", "https://visit.example.org",
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/visit", "VISIT_KEPT_DAYS", "0")))
                .contains("VISIT_ENCRYPTION_KEY is missing", "openssl rand -base64 32", "VISIT_KEPT_DAYS must be");
    }

    @Test
    void makesNoNewKeyForDatabaseWhoseKeyIsGone() throws IOException {
        Path key = folder.resolve("data").resolve("visit.key");
        try (VisitProcess bot = VisitProcess.start(folder, withoutServices())) {
            Eventually.holds("the key is made and used",
                    () -> bot.output().contains("A key was made") && bot.output().contains("Everything in the"));
            assertThat(bot.output()).doesNotContain(Files.readString(key).strip());
        }
        Files.delete(key);

        assertThat(refusal(withoutServices())).contains("The key of this database is gone");
        assertThat(key).doesNotExist();
    }

    private static Map<String, String> withoutServices() {
        return Map.of("WEBEX_BOT_TOKEN", "pretended", "PUBLIC_URL", "http://127.0.0.1:1", "WEBEX_API_URL",
                "http://127.0.0.1:1", "SERVER_PORT", "0");
    }

    @Test
    void readsFileInWorkingDirectory() throws IOException {
        Files.writeString(folder.resolve(".env"), """
                # kept by the operator
                WEBEX_BOT_TOKEN=from-the-file
                PUBLIC_URL="https://visit.example.org"
                VISIT_DEFAULT_REGION=Rohan
                """);

        assertThat(refusal(Map.of())).contains("VISIT_DEFAULT_REGION must be").doesNotContain("is missing",
                "from-the-file", "Rohan");
    }

    @Test
    void sandboxLeavesThatFileAlone() throws IOException {
        Files.writeString(folder.resolve(".env"), "WEBEX_BOT_TOKEN=real-token\nPUBLIC_URL=https://visit.example.org\n");

        try (VisitProcess sandbox = VisitProcess.sandbox(folder, "sandbox")) {
            assertThat(sandbox.home()).startsWith("http://127.0.0.1:");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void sandboxRefusesRealTokenAndAddress() {
        String words = refusal(Map.of("WEBEX_BOT_TOKEN", "real-token", "IC_API_URL", "https://mtg-broker-a.wbx2.com"),
                "--spring.profiles.active=sandbox");

        assertThat(words).contains("real settings: WEBEX_BOT_TOKEN, IC_API_URL").doesNotContain("real-token", "wbx2");
    }

    @Test
    void olderJavaSaysWhichOneIsNeeded() throws IOException {
        for (Path java : olderJavas()) {
            VisitProcess program = VisitProcess.start(java, List.of(), folder, Map.of());
            assertThat(program.exitStatus()).isEqualTo(64);
            assertThat(program.output().lines()).singleElement().asString().contains("needs Java 25 or newer",
                    "install");
        }
    }

    @Test
    void launcherIsOneThatOlderJavaCanRead() throws IOException {
        try (JarFile jar = new JarFile(VisitProcess.jar().toFile())) {
            String start = jar.getManifest().getMainAttributes().getValue("Start-Class");
            assertThat(start).isEqualTo("io.visitbot.Launcher");
            assertThat(majorVersion(jar, "BOOT-INF/classes/" + start.replace('.', '/') + ".class"))
                    .isEqualTo(JAVA_17);
        }
    }

    private static int majorVersion(JarFile jar, String name) throws IOException {
        try (DataInputStream bytes = new DataInputStream(
                jar.getInputStream(Objects.requireNonNull(jar.getEntry(name))))) {
            assertThat(bytes.readInt()).isEqualTo(0xCAFEBABE);
            bytes.readUnsignedShort();
            return bytes.readUnsignedShort();
        }
    }

    private static List<Path> olderJavas() throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(JDKS)) {
            try (DirectoryStream<Path> places = Files.newDirectoryStream(JDKS, "*17*")) {
                places.forEach(place -> found.add(place.resolve("bin").resolve("java")));
            }
        }
        return found.stream().filter(Files::isExecutable).toList();
    }

    private String refusal(Map<String, String> settings, String... arguments) {
        try (VisitProcess program = VisitProcess.start(folder, settings, arguments)) {
            assertThat(program.exitStatus()).isEqualTo(1);
            assertThat(program.output()).doesNotContain("\tat ", "Exception");
            return program.output();
        }
    }
}
