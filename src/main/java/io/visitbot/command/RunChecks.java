package io.visitbot.command;

import java.util.List;
import java.util.stream.Collectors;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Request;
import io.visitbot.platform.Check;
import io.visitbot.platform.Urgency;

/** Looks at everything the bot needs, one line each, with the cure. */
final class RunChecks implements CommandHandler {

    private final List<Check> checks;

    RunChecks(List<Check> checks) {
        this.checks = checks;
    }

    @Override
    public Usage usage() {
        return new Usage("check", "", "tests everything that I need, with the cure for what is wrong");
    }

    @Override
    public Mono<String> handle(Request request) {
        return Flux.fromIterable(checks)
                .flatMapSequential(check -> Urgency.background(check.run()).map(result -> line(check, result)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Check check, Check.Result result) {
        String icon = switch (result.state()) {
            case OK -> "✅";
            case OFF -> "➖";
            case WRONG -> "❌";
        };
        return "- " + icon + " " + check.name() + ": " + result.finding()
                + (result.cure().isEmpty() ? "" : " → " + result.cure());
    }
}
