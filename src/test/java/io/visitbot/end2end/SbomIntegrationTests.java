package io.visitbot.end2end;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged jar says what it is made of. */
class SbomIntegrationTests {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** What no class names: our own program, Spring Boot's configurations, and what a registry loads by name. */
    private static final List<String> FOUND_BY_NAME = List.of("classes", "spring-boot-",
            "prometheus-metrics-exposition-");

    @Test
    void listsEachLibraryOfTheJarAndNoOther() throws IOException {
        try (JarFile jar = new JarFile(VisitProcess.jar().toFile())) {
            List<String> shipped = jar.stream().map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> Path.of(name).getFileName().toString()).filter(name -> !name.contains("jarmode"))
                    .toList();

            assertThat(shipped).hasSizeGreaterThan(50);
            assertThat(listed(jar)).containsExactlyInAnyOrderElementsOf(shipped);
        }
    }

    @Test
    void carriesTheLicenceOfEachLibrary() throws IOException {
        try (JarFile jar = new JarFile(VisitProcess.jar().toFile())) {
            assertThat(components(jar)).filteredOn(component -> component.path("licenses").isEmpty())
                    .extracting(component -> component.path("name").asString()).isEmpty();
        }
    }

    @Test
    void everyLibraryIsUsedByAnotherOrByUs(@TempDir Path folder) throws IOException {
        List<String> files = unpacked(folder);
        StringWriter answer = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps",
                "-filter:none", "-s", "-cp", String.join(File.pathSeparator, files)));
        arguments.addAll(files);
        ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(answer), new PrintWriter(new StringWriter()),
                arguments.toArray(String[]::new));
        List<String[]> uses = answer.toString().lines().map(line -> line.split(" -> ")).filter(use -> use.length == 2)
                .map(use -> new String[]{name(use[0]), name(use[1])}).toList();
        Set<String> used = uses.stream().filter(use -> !use[0].equals(use[1])).map(use -> use[1])
                .collect(Collectors.toSet());

        assertThat(used).as("libraries that are used").hasSizeGreaterThan(50);
        assertThat(uses.stream().map(use -> use[0]).distinct().filter(name -> !used.contains(name))).allMatch(
                name -> FOUND_BY_NAME.stream().anyMatch(name::startsWith));
    }

    /** Our classes and each library as files. */
    private static List<String> unpacked(Path folder) throws IOException {
        List<String> files = new ArrayList<>(List.of(Path.of("target", "classes").toAbsolutePath().toString()));
        try (JarFile jar = new JarFile(VisitProcess.jar().toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
                    Path file = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                    Files.copy(jar.getInputStream(entry), file);
                    files.add(file.toString());
                }
            }
        }
        return files;
    }

    /** What jdeps calls it: a module's name, or a file's, with its folder or without. */
    private static String name(String place) {
        return place.strip().replaceAll(".*/", "");
    }

    private static List<String> listed(JarFile jar) throws IOException {
        return components(jar).stream().map(SbomIntegrationTests::file).filter(file -> !isEmpty(file)).toList();
    }

    /** A starter is a list of others and holds no classes, so that it is not packed. */
    private static boolean isEmpty(String file) {
        return file.startsWith("spring-boot-starter-");
    }

    private static String file(JsonNode component) {
        String purl = component.path("purl").asString();
        String classifier = purl.contains("classifier=") ? "-" + purl.replaceAll(".*classifier=([^&]+).*", "$1") : "";
        return component.path("name").asString() + "-" + component.path("version").asString() + classifier + ".jar";
    }

    private static List<JsonNode> components(JarFile jar) throws IOException {
        assertThat(jar.getEntry(SBOM)).as("the list of libraries, which a build with -o does not write").isNotNull();
        try (InputStream sbom = jar.getInputStream(jar.getEntry(SBOM))) {
            return JsonMapper.shared().readTree(sbom).path("components").valueStream().toList();
        }
    }
}
