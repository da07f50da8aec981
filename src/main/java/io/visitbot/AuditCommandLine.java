package io.visitbot;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.visitbot.audit.AuditRecords;
import io.visitbot.audit.Chain;
import io.visitbot.audit.Export;
import io.visitbot.audit.Format;
import io.visitbot.audit.Head;
import io.visitbot.audit.Selection;
import io.visitbot.audit.Verification;
import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;
import io.visitbot.store.ReadOnlyAudit;
import io.visitbot.store.StoreSettings;

/**
 * {@code java -jar visit.jar audit …}: the record of who did what, while the bot runs or not. Needs no setting but
 * {@code DATABASE_URL}. Exit status 0: done, or the record is whole; 1: it is broken; 2: it could not be read.
 */
final class AuditCommandLine {

    private static final String WORD = "audit";
    private static final String USAGE = "Say one of: audit export --format csv|json [--since 2026-01-31] [--visit V-7F3K]; "
            + "audit verify";

    private final PrintStream out;
    private final PrintStream errors;

    AuditCommandLine(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD);
    }

    /** Does it, and gives the exit status. */
    int run(String... arguments) {
        try {
            Wish wish = Wish.of(arguments);
            try (ReadOnlyAudit audit = ReadOnlyAudit.open(settings())) {
                return wish.verify() ? verify(audit) : export(audit, wish);
            }
        } catch (RuntimeException failure) {
            problems(failure).forEach(errors::println);
            return 2;
        }
    }

    private int verify(AuditRecords records) {
        Verification.Finding finding = new Verification(records, Chain.plain()).run();
        return switch (finding) {
            case Verification.Finding.Whole whole -> said(out, whole, 0);
            case Verification.Finding.Broken broken -> said(errors, broken, 1);
        };
    }

    private static int said(PrintStream where, Verification.Finding finding, int status) {
        where.println(finding.sentence());
        return status;
    }

    private int export(AuditRecords records, Wish wish) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Export.Written written = new Export(records).write(wish.selection(), wish.format(), Long.MAX_VALUE, writer);
        errors.println(
                Head.entries(written.entries()) + " exported. The whole record has " + written.head().words() + ".");
        return 0;
    }

    /** What the bot itself would read, from the environment and {@code .env}, and nothing on the console meanwhile. */
    private static StoreSettings settings() {
        try (ConfigurableApplicationContext environment = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE).logStartupInfo(false).run("--logging.level.root=off",
                        "--spring.main.banner-mode=off")) {
            Settings settings = new Settings(new RawSettings(environment.getEnvironment())::value);
            StoreSettings store = StoreSettings.read(settings);
            settings.verify();
            return store;
        }
    }

    private static List<String> problems(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, error -> error != null, AuditCommandLine::cause)
                .filter(SettingsException.class::isInstance).map(SettingsException.class::cast).findFirst()
                .map(SettingsException::problems)
                .orElseGet(() -> List.of("The audit can't be read: " + failure.getClass().getSimpleName()));
    }

    private static @Nullable Throwable cause(Throwable error) {
        return error.getCause();
    }

    /** The context needs a beginning. */
    private static final class Nothing {}

    /** What is wanted. */
    private record Wish(boolean verify, Format format, Selection selection) {

        static Wish of(String... arguments) {
            Deque<String> words = new ArrayDeque<>(List.of(arguments));
            words.pop();
            String verb = words.isEmpty() ? "" : words.pop();
            if (verb.equals("verify") && words.isEmpty()) {
                return new Wish(true, Format.CSV, Selection.ALL);
            }
            if (!verb.equals("export")) {
                throw new SettingsException(List.of(USAGE));
            }
            Wish wish = new Wish(false, Format.CSV, Selection.ALL);
            while (words.size() > 1) {
                wish = wish.with(words.pop(), words.pop());
            }
            if (!words.isEmpty()) {
                throw new SettingsException(List.of(USAGE));
            }
            return wish;
        }

        private Wish with(String option, String value) {
            return switch (option) {
                case "--format" -> new Wish(verify, format(value), selection);
                case "--since" -> new Wish(verify, format, since(value));
                case "--visit" -> new Wish(verify, format, selection.about(value));
                default -> throw new SettingsException(List.of("I don't know " + option + ". " + USAGE));
            };
        }

        private static Format format(String name) {
            return Format.named(name).orElseThrow(() -> new SettingsException(List.of("--format must be csv or json")));
        }

        private Selection since(String day) {
            try {
                return selection.since(day);
            } catch (DateTimeException unreadable) {
                throw new SettingsException(List.of("--since must be a date such as 2026-01-31"));
            }
        }
    }
}
