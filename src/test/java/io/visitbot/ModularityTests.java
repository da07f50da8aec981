package io.visitbot;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

    /** The packages of the design and what each may use. */
    private static final Map<String, Set<String>> DESIGN = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("webex", Set.of("platform")),
            Map.entry("webhook", Set.of("webex", "platform")),
            Map.entry("cards", Set.of("platform")),
            Map.entry("bot", Set.of("webhook", "webex", "cards", "platform")),
            Map.entry("command", Set.of("bot", "audit", "visit", "cards", "webex", "platform")),
            Map.entry("notice", Set.of("bot", "visit", "cards", "webex", "platform")),
            Map.entry("visit", Set.of("platform")),
            Map.entry("meeting", Set.of("visit", "webex", "platform")),
            Map.entry("sms", Set.of("visit", "platform")),
            Map.entry("audit", Set.of("visit", "platform")),
            Map.entry("store", Set.of("audit", "visit", "webhook", "platform")),
            Map.entry("sandbox", Set.of("platform")));

    static final Set<String> NAMES = DESIGN.keySet();

    private final ApplicationModules modules = ApplicationModules.of(VisitApplication.class);

    @Test
    void packagesUseOnlyWhatTheyMay() {
        modules.verify();
    }

    @Test
    void everyPackageStandsInTheDesign() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(DESIGN.keySet());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void packageDeclaresWhatTheDesignAllows(String name) throws Exception {
        ApplicationModule declared = Class.forName("io.visitbot." + name + ".package-info")
                .getAnnotation(ApplicationModule.class);
        assertThat(declared).isNotNull();
        assertThat(Arrays.stream(declared.allowedDependencies()).collect(Collectors.toSet()))
                .isEqualTo(DESIGN.get(name));
    }
}
