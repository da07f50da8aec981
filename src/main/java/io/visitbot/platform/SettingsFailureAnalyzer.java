package io.visitbot.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns wrong settings into one readable paragraph, with the way to try the program without any. */
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {

    private static final String ACTION = "Put them into the environment or into a file .env in the working directory "
            + "(.env.example lists them all), and start again. To try Visit without any account or setting, start the sandbox: "
            + "java -jar visit.jar --spring.profiles.active=sandbox, or ./mvnw -q -Psandbox from the source.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsException cause) {
        return new FailureAnalysis(
                "Visit can't start with these settings: " + String.join("; ", cause.problems()) + ".", ACTION, cause);
    }
}
