package io.visitbot.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the sandbox does not start. */
class SandboxRefusedAnalyzer extends AbstractFailureAnalyzer<SandboxRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SandboxRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.action(), refused);
    }
}
