package io.visitbot.command;

import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Request;

/** Says what can be said. */
final class Help implements CommandHandler {

    private final ObjectProvider<CommandHandler> commands;

    Help(ObjectProvider<CommandHandler> commands) {
        this.commands = commands;
    }

    @Override
    public Usage usage() {
        return new Usage("help", "", "this list");
    }

    @Override
    public Mono<String> handle(Request request) {
        StringBuilder help = new StringBuilder("I start video visits. This is what I understand:\n\n");
        commands.orderedStream().map(CommandHandler::usage)
                .forEach(usage -> help.append("- `").append(usage.line()).append("` – ").append(usage.purpose())
                        .append('\n'));
        return Mono.just(help
                .append("""

                        For example `new patient-42`, or all at once: \
                        `new patient-42 +1 202 555 0142 with dr.lee@example.org device room3@example.rooms.webex.com in spanish`

                        `<visit>` is a label or a short id such as V-7F3K. Use labels, never names: everybody here reads them.""")
                .toString());
    }
}
