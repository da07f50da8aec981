package io.visitbot.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VendoredFilesTests {

    private static final Path VENDOR = Path.of("src/main/resources/sandbox/vendor");
    private static final String SUMS = "SHA256SUMS";

    @Test
    void everyVendoredFileIsAsPublished() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Path file : vendored()) {
            found.put(VENDOR.relativize(file).toString().replace('\\', '/'), sha256(file));
        }
        assertThat(found).isNotEmpty().containsExactlyInAnyOrderEntriesOf(recorded());
    }

    @Test
    void theRendererStandsBesideItsLicence() throws IOException {
        Path renderer = VENDOR.resolve("adaptivecards-3.0.6");
        assertThat(renderer.resolve("adaptivecards.min.js")).isRegularFile();
        assertThat(Files.readString(renderer.resolve("LICENSE"))).startsWith("MIT License").contains("Microsoft");
    }

    @Test
    void thePageLoadsTheRendererOfTheRecordedVersion() throws IOException {
        String page = Files.readString(VENDOR.resolveSibling("index.html"));
        assertThat(recorded()).containsKey("adaptivecards-3.0.6/adaptivecards.min.js");
        assertThat(page).contains("src=\"/sandbox/vendor/adaptivecards-3.0.6/adaptivecards.min.js\"");
    }

    @Test
    void thePageHasNoInlineScriptOrStyle() throws IOException {
        String page = Files.readString(VENDOR.resolveSibling("index.html"));
        assertThat(page).doesNotContainPattern("<script(?![^>]*\\ssrc=)").doesNotContain("<style", "style=")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    private static List<Path> vendored() throws IOException {
        try (Stream<Path> files = Files.walk(VENDOR)) {
            return files.filter(Files::isRegularFile).filter(file -> !isOwn(file.getFileName().toString())).toList();
        }
    }

    private static boolean isOwn(String name) {
        return name.equals(SUMS) || name.startsWith(".");
    }

    private static Map<String, String> recorded() throws IOException {
        return Files.readAllLines(VENDOR.resolve(SUMS)).stream().map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
