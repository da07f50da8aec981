package io.visitbot.end2end;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged jar says what it is made of. */
class SbomIntegrationTests {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";

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

    private static List<String> listed(JarFile jar) throws IOException {
        return components(jar).stream().map(SbomIntegrationTests::file).toList();
    }

    private static String file(JsonNode component) {
        String purl = component.path("purl").asString();
        String classifier = purl.contains("classifier=") ? "-" + purl.replaceAll(".*classifier=([^&]+).*", "$1") : "";
        return component.path("name").asString() + "-" + component.path("version").asString() + classifier + ".jar";
    }

    private static List<JsonNode> components(JarFile jar) throws IOException {
        try (InputStream sbom = jar.getInputStream(jar.getEntry(SBOM))) {
            return JsonMapper.shared().readTree(sbom).path("components").valueStream().toList();
        }
    }
}
