package io.visitbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WrapperTests {

    @Test
    void canBeRunAsItIsCheckedOut() {
        assertThat(Path.of("mvnw")).isExecutable();
        assertThat(Path.of(".ci/run")).isExecutable();
    }

    @Test
    void fetchesMavenFromWhereEverybodyGetsIt() throws IOException {
        assertThat(Files.readAllLines(Path.of(".mvn/wrapper/maven-wrapper.properties")))
                .filteredOn(line -> line.startsWith("distributionUrl=")).singleElement().asString()
                .startsWith("distributionUrl=https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/");
    }
}
