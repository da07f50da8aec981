package io.visitbot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.visitbot.platform.Settings;

import static org.assertj.core.api.Assertions.assertThat;

class NgrokTests {

    private static final int PORT = ServerSettings.read(new Settings(_ -> null)).port();

    @Test
    void hasOneEndpointThatLeadsToTheServer() throws IOException {
        Map<?, ?> config = yaml(Path.of("ngrok.yml"));

        assertThat(config.get("version")).isEqualTo(3);
        assertThat(config.get("endpoints")).asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement().extracting("upstream").extracting("url")
                .isEqualTo("http://localhost:" + PORT);
    }

    @Test
    void serverListensThereByDefault() throws IOException {
        try (InputStream file = NgrokTests.class.getResourceAsStream("/application.yaml")) {
            Object first = parser().loadAll(file).iterator().next();

            assertThat(first).extracting("server").extracting("port").isEqualTo("${SERVER_PORT:" + PORT + "}");
        }
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return parser().load(Files.readString(file));
    }

    private static Yaml parser() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
