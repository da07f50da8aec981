package io.visitbot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.platform.DotenvFile;
import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;
import io.visitbot.platform.Token;

/** Reads {@code .env} again and takes over the tokens that stand in it. All of it is looked at first, or nothing changes. */
final class Reload {

    private static final Logger log = LoggerFactory.getLogger(Reload.class);

    private final RawSettings raw;
    private final Map<String, Token> tokens;
    private final DotenvFile file;

    /** @param tokens those that the program uses, by name */
    Reload(RawSettings raw, Map<String, Token> tokens, DotenvFile file) {
        this.raw = raw;
        this.tokens = Map.copyOf(tokens);
        this.file = file;
    }

    /** {@link SettingsException} where the file or a setting in it is malformed. */
    Outcome run() {
        Map<String, Object> entries = file.read();
        Settings fresh = new Settings(name -> raw.value(name, entries));
        AllSettings.read(fresh);
        Outcome outcome = new Outcome(taken(fresh.tokens()),
                fresh.names().stream().filter(name -> raw.isOverruled(name, entries)).toList(),
                fresh.names().stream().filter(name -> !tokens.containsKey(name) && differs(name, entries)).toList());
        if (!outcome.changed().isEmpty()) {
            log.info("Read .env again: {}", outcome.sentence());
        }
        return outcome;
    }

    private List<String> taken(Map<String, Token> fresh) {
        List<String> changed = new ArrayList<>();
        tokens.forEach((name, token) -> {
            Token now = fresh.get(name);
            if (now != null && token.become(now)) {
                changed.add(name);
            }
        });
        return changed.stream().sorted().toList();
    }

    private boolean differs(String name, Map<String, Object> entries) {
        return !text(raw.value(name)).equals(text(raw.value(name, entries)));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    /**
     * What came of it, in names alone.
     *
     * @param changed what is used from now on
     * @param givenByEnvironment what stands in the file and is overruled from outside of it
     * @param needRestart what differs and is read at the start only
     */
    record Outcome(List<String> changed, List<String> givenByEnvironment, List<String> needRestart) {

        String sentence() {
            return (changed.isEmpty()
                    ? "Nothing changed."
                    : String.join(", ", changed) + (changed.size() == 1 ? " is" : " are") + " in use now.")
                    + (givenByEnvironment.isEmpty()
                            ? ""
                            : " Given by the environment, which wins over .env: "
                                    + String.join(", ", givenByEnvironment)
                                    + ".")
                    + (needRestart.isEmpty()
                            ? ""
                            : " Taken over at the next start only: " + String.join(", ", needRestart) + ".");
        }
    }
}
