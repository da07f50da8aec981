package io.visitbot;

import java.lang.reflect.Constructor;
import java.util.List;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import io.visitbot.bot.CommandHandler;

/** All commands there are. They are made with nothing at hand, since saying how one is used needs nothing. */
final class Commands {

    private Commands() {
    }

    static List<CommandHandler.Usage> usages() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(CommandHandler.class));
        return scanner.findCandidateComponents("io.visitbot.command").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .map(Commands::made).map(CommandHandler::usage).toList();
    }

    private static CommandHandler made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (CommandHandler) constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException unmade) {
            throw new LinkageError(type.getSimpleName() + " can't say how it is used", unmade);
        }
    }
}
