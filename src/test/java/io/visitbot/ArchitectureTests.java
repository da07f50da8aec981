package io.visitbot;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Configuration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

    @Test
    void rulesSeeOurClasses() {
        assertThat(OurClasses.ALL.size()).isGreaterThan(250);
        assertThat(OurClasses.ALL.contain(VisitApplication.class)).isTrue();
        assertThat(OurClasses.ALL.contain(ArchitectureTests.class)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "webex", "webhook", "cards", "bot", "command", "notice", "visit",
            "meeting.instantconnect", "audit", "sms", "store", "sandbox", "sandbox.webex", "sandbox.twilio",
            "sandbox.instantconnect"})
    void guardedPackageIsNotEmpty(String name) {
        assertThat(OurClasses.ALL.getPackage("io.visitbot." + name).getClasses()).hasSizeGreaterThan(3);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(OurClasses.ALL.stream().map(JavaClass::getPackage).distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName)).isEmpty();
    }

    @Test
    void oneGenerationOfJackson() {
        holds(noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."));
    }

    @Test
    void timeAndChanceComeFromTheRoot() {
        holds(timeAndChanceComeFrom(VisitApplication.class));
    }

    @Test
    void carelessClockIsFoundEvenInAReference() {
        assertThat(timeAndChanceComeFrom(VisitApplication.class)
                .evaluate(new ClassFileImporter().importClasses(Careless.class)).getFailureReport().getDetails())
                .hasSize(2);
    }

    /** A durable task blocks while it runs a pipeline; the inbox while the program stops, so that it ends what it began. */
    @Test
    void nobodyButTheJobRunnerAndAStoppingInboxBlocks() {
        holds(noClasses().that().doNotHaveFullyQualifiedName("io.visitbot.store.JobRunner").and()
                .doNotHaveFullyQualifiedName("io.visitbot.store.StoredInbox").should()
                .accessTargetWhere(is("blocks", Outside::isBlocking)));
    }

    @Test
    void nobodySleeps() {
        holds(noClasses().should().accessTargetWhere(is("sleeps", call -> call.getName().equals("sleep"))));
    }

    @Test
    void nobodyPrintsButTheRootAndTheSandbox() {
        holds(noClasses().that().doNotHaveFullyQualifiedName(Launcher.class.getName()).and()
                .doNotHaveFullyQualifiedName(VisitApplication.class.getName()).and()
                .doNotHaveFullyQualifiedName("io.visitbot.sandbox.SandboxConfiguration").should()
                .accessTargetWhere(is("prints", Outside::isConsole)));
        holds(noClasses().should().accessTargetWhere(is("prints", call -> call.getName().equals("printStackTrace"))));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        holds(noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired").orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value").orShould()
                .beAnnotatedWith("jakarta.annotation.Resource").orShould().beAnnotatedWith("jakarta.inject.Inject"));
    }

    @Test
    void publicFieldsAreConstants() {
        holds(fields().that().arePublic().should().beFinal().andShould().beStatic());
    }

    @Test
    void configurationsStayInTheirPackage() {
        holds(classes().that().areAnnotatedWith(Configuration.class).should().notHaveModifier(JavaModifier.PUBLIC));
    }

    @Test
    void cardsAreValuesOnly() {
        holds(noClasses().that(arePart("cards")).and().doNotHaveSimpleName("package-info").should()
                .dependOnClassesThat().resideInAnyPackage(
                        "org.springframework..", "reactor..", "java.io..", "java.nio.file..", "java.nio.channels..",
                        "java.net.http..", "java.sql.."));
    }

    @Test
    void theHeartKnowsNeitherWebNorWebexNorDatabase() {
        holds(noClasses().that(arePart("visit")).should().dependOnClassesThat().resideInAnyPackage(
                "org.springframework.http..", "org.springframework.web..", "org.springframework.jdbc..",
                "reactor.netty..", "java.net.http..", "java.sql..", "javax.sql..", "com.twilio..",
                "io.visitbot.webex..", "io.visitbot.webhook..", "io.visitbot.bot..", "io.visitbot.store.."));
        holds(noClasses().that(arePart("visit")).should().haveSimpleNameEndingWith("Controller"));
    }

    @Test
    void theSandboxSharesNothingWithWhatItTests() {
        holds(noClasses().that(arePart("sandbox")).should().dependOnClassesThat(
                resideInAPackage("io.visitbot..")
                        .and(DescribedPredicate.not(arePart("sandbox").or(arePart("platform"))))));
        holds(noClasses().that(DescribedPredicate.not(arePart("sandbox"))).should()
                .dependOnClassesThat(arePart("sandbox")));
    }

    @Test
    void onlyTextMessagesKnowTwilio() {
        holds(noClasses().that(DescribedPredicate.not(arePart("sms"))).should().dependOnClassesThat()
                .resideInAPackage("com.twilio.."));
    }

    @Test
    void onlyTheStoreKnowsTheDatabase() {
        holds(noClasses().that(DescribedPredicate.not(arePart("store"))).should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..",
                        "com.github.kagkarlsson.."));
    }

    private static ArchRule timeAndChanceComeFrom(Class<?> root) {
        return noClasses().that().doNotHaveFullyQualifiedName(root.getName()).should()
                .accessTargetWhere(is("tells the time or throws dice", Outside::isDrawnInline));
    }

    private static DescribedPredicate<JavaClass> arePart(String name) {
        return resideInAPackage("io.visitbot." + name + "..");
    }

    private static DescribedPredicate<JavaAccess<?>> is(String description,
            Predicate<JavaAccess<?>> of) {
        return DescribedPredicate.describe(description, of);
    }

    private static void holds(ArchRule rule) {
        rule.check(OurClasses.ALL);
    }

    /** Breaks a rule. */
    private static final class Careless {

        @Override
        public String toString() {
            Supplier<UUID> ids = UUID::randomUUID;
            return ids.get() + " at " + Instant.now();
        }
    }

    /** What calls reach for. */
    private static final class Outside {

        static boolean isDrawnInline(JavaAccess<?> call) {
            String target = call.getTargetOwner().getName() + "." + call.getName();
            return target.matches(
                    "java\\.time\\.(Instant|\\w*Date\\w*|\\w*Time|Year\\w*)\\.now|java\\.time\\.Clock\\.system\\w*"
                            + "|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random|java\\.lang\\.System\\.currentTimeMillis"
                            + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current|java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)"
                            + "|java\\.(util|security)\\.(Secure|Splittable)?Random\\.<init>");
        }

        static boolean isBlocking(JavaAccess<?> call) {
            String owner = call.getTargetOwner().getName();
            return (owner.startsWith("reactor.core.publisher.")
                    && call.getName().matches("block\\w*|toIterable|toStream"))
                    || (owner.matches("java\\.util\\.concurrent\\.(Completable)?Future")
                            && call.getName().matches("get|join"));
        }

        static boolean isConsole(JavaAccess<?> call) {
            return call.getTargetOwner().getName().equals("java.lang.System") && call.getName().matches("out|err");
        }
    }
}
