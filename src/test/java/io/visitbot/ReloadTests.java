package io.visitbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.DotenvFile;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.Settings;
import io.visitbot.platform.Token;

import static org.assertj.core.api.Assertions.assertThat;

class ReloadTests {

    private final OpenGates.Air air = new OpenGates.Air();
    private final Map<String, Object> given = new HashMap<>();
    private final Map<String, String> file = new HashMap<>(AskedSettings.FEWEST);

    @TempDir
    Path folder;

    @Test
    void takesOverTokensAndSaysWhatElseChanged() throws IOException {
        given.put("TWILIO_AUTH_TOKEN", "from-outside");
        Instance instance = new Instance();
        file.put("WEBEX_BOT_TOKEN", "new-token");
        file.put("SERVER_PORT", "9090");

        ReloadEndpoint.Answer answer = instance.reloads(200);

        assertThat(answer.changed()).containsExactly("WEBEX_BOT_TOKEN");
        assertThat(answer.givenByEnvironment()).containsExactly("TWILIO_AUTH_TOKEN");
        assertThat(answer.needRestart()).containsExactly("SERVER_PORT");
        assertThat(answer.toString()).doesNotContain("new-token", "from-outside", "9090");
        assertThat(instance.token("WEBEX_BOT_TOKEN")).isEqualTo("new-token");
        assertThat(instance.token("IC_ACCESS_TOKEN")).isEqualTo("new-token");
        assertThat(instance.token("TWILIO_AUTH_TOKEN")).isEqualTo("from-outside");
        assertThat(air.sent("hasten")).isNotEmpty();
        assertThat(instance.reloads(200).needRestart()).containsExactly("SERVER_PORT");
    }

    @Test
    void changesNothingWhereTheFileIsMalformed() throws IOException {
        Instance instance = new Instance();
        file.put("WEBEX_BOT_TOKEN", "\"new-token");

        assertThat(instance.reloads(400).finding()).startsWith("Nothing was changed: the file .env has a line");
        assertThat(instance.token("WEBEX_BOT_TOKEN")).isEqualTo("bot-token");
    }

    @Test
    void changesNothingWhereATokenIsMissing() throws IOException {
        Instance instance = new Instance();
        file.remove("WEBEX_BOT_TOKEN");

        assertThat(instance.reloads(400).finding()).startsWith("Nothing was changed: WEBEX_BOT_TOKEN is missing");
        assertThat(instance.token("WEBEX_BOT_TOKEN")).isEqualTo("bot-token");
        assertThat(air.sent("hasten")).isEmpty();
    }

    @Test
    void saysSoWhereNothingChanged() throws IOException {
        ReloadEndpoint.Answer answer = new Instance().reloads(200);

        assertThat(answer.finding()).isEqualTo("Nothing changed.");
        assertThat(List.of(answer.changed(), answer.givenByEnvironment(), answer.needRestart()))
                .allMatch(List::isEmpty);
    }

    @Test
    void takesATokenThatWasNotThereBefore() throws IOException {
        Instance instance = new Instance();
        file.put("WEBEX_MEETINGS_TOKEN", "meetings");

        assertThat(instance.reloads(200).changed()).containsExactly("WEBEX_MEETINGS_TOKEN");
    }

    @Test
    void otherInstancesReadTheirsToo() throws IOException {
        Instance one = new Instance();
        Instance other = new Instance();
        file.put("WEBEX_BOT_TOKEN", "new-token");

        one.reloads(200);

        assertThat(other.token("WEBEX_BOT_TOKEN")).isEqualTo("new-token");
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve(".env"), file.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("\n")));
    }

    /** One that has started with what the file holds now. */
    private final class Instance {

        private final Map<String, Token> tokens;
        private final ReloadEndpoint endpoint;

        Instance() throws IOException {
            write();
            DotenvFile dotenv = new DotenvFile(folder.toString());
            StandardEnvironment environment = new StandardEnvironment();
            environment.getPropertySources().addLast(new MapPropertySource("given", given));
            environment.getPropertySources().addLast(new MapPropertySource(DotenvFile.NAME, dotenv.read()));
            RawSettings raw = new RawSettings(environment);
            Settings settings = new Settings(raw::value);
            AllSettings.read(settings);
            tokens = settings.tokens();
            endpoint = new ReloadEndpoint(new Reload(raw, tokens, dotenv), air, Schedulers.immediate());
        }

        ReloadEndpoint.Answer reloads(int status) throws IOException {
            write();
            WebEndpointResponse<ReloadEndpoint.Answer> response = endpoint.reload().blockOptional().orElseThrow();
            assertThat(response.getStatus()).isEqualTo(status);
            return java.util.Objects.requireNonNull(response.getBody());
        }

        String token(String name) {
            return java.util.Objects.requireNonNull(tokens.get(name)).secret().value();
        }
    }
}
