package io.visitbot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No library is declared that nothing uses. */
class DependencyTests {

    private static final Pattern DECLARED = Pattern.compile(
            "<dependency>(?:\\s*<!--.*?-->)?\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    /** What no class of ours names, and why it is here. */
    private static final Map<String, String> UNNAMED = Map.of("spring-boot-starter-webflux",
            "brings Spring's web server and its configuration", "spring-boot-starter-actuator",
            "brings health and its configuration", "spring-boot-starter-jdbc", "brings the connection pool",
            "spring-boot-starter-flyway", "brings Flyway", "micrometer-registry-prometheus",
            "shows the meters; Spring Boot finds it", "flyway-database-postgresql", "Flyway finds it", "checker-qual",
            "annotations of the PostgreSQL driver, which the compiler wants to see", "netty-codec-classes-quic",
            "the https client does not load without it");

    @ParameterizedTest
    @MethodSource("named")
    void everyDeclaredLibraryIsUsedByOurClasses(String artifact) throws IOException {
        Set<String> inside = classes(artifact);

        assertThat(inside).as("classes of " + artifact).isNotEmpty();
        assertThat(used()).as("what our classes use, " + artifact + " among it").anyMatch(inside::contains);
    }

    @Test
    void nothingIsExcusedThatIsNotDeclared() throws IOException {
        assertThat(declared()).containsAll(UNNAMED.keySet());
    }

    private static List<String> named() throws IOException {
        List<String> named = declared().stream().filter(artifact -> !UNNAMED.containsKey(artifact)).toList();
        assertThat(named).contains("jsoup", "caffeine", "twilio").hasSizeGreaterThan(8);
        return named;
    }

    private static List<String> declared() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"))
                .replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>",
                        "")
                .replaceAll("(?s)<build>.*", "");
        return DECLARED.matcher(pom).results().filter(found -> !found.group(2).contains("<scope>test</scope>"))
                .map(MatchResult.class::cast).map(found -> found.group(1)).toList();
    }

    private static Set<String> used() {
        return OurClasses.ALL.stream().flatMap(ours -> ours.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName()).collect(Collectors.toSet());
    }

    private static Set<String> classes(String artifact) throws IOException {
        Pattern file = Pattern.compile(Pattern.quote(artifact) + "-\\d.*\\.jar");
        Path jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(path -> file.matcher(path.getFileName().toString()).matches()).findFirst().orElseThrow();
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.')).collect(Collectors.toSet());
        }
    }
}
