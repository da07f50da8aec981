package io.visitbot.platform;

import java.util.List;

/** Settings that are missing or malformed. Names them and says what is expected, and never holds a value. */
public class SettingsException extends RuntimeException {

    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each, beginning with the setting's name. */
    public List<String> problems() {
        return problems;
    }
}
