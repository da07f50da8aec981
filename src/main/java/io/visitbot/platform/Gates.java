package io.visitbot.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * One gate for each service and kind of token, shared by all who call. When a service asks for a pause, the other
 * instances hear of it by the topic {@code pause-for}, and keep it; when it is well again after trouble, by {@link #HASTEN}.
 */
public final class Gates {

    /** The topic by which instances learn that what failed before may be tried again at once; the word is the gate's name. */
    public static final String HASTEN = "hasten";

    private static final String PAUSE = "pause-for";
    private static final Pattern WORDS = Pattern.compile("([a-z-]{1,40}) (\\d{1,15})");

    private final Scheduler timer;
    private final Broadcast broadcast;
    private final MeterRegistry meters;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    public Gates(Scheduler timer, Broadcast broadcast, MeterRegistry meters) {
        this.timer = timer;
        this.broadcast = broadcast;
        this.meters = meters;
        broadcast.listen(PAUSE, this::hear);
        broadcast.listen(HASTEN, name -> Optional.ofNullable(gates.get(name)).ifPresent(Gate::isWell));
    }

    /** The gate of a service with the one token that we have for it; whether that is refused is watched. */
    public Gate of(String api, Token token) {
        return of(api, api, token);
    }

    /** One more gate to a service, for calls with another token. */
    public Gate of(String name, String api, @Nullable Token token) {
        return gates.computeIfAbsent(name, _ -> gate(new Gate.Name(name, api), token));
    }

    private Gate gate(Gate.Name name, @Nullable Token token) {
        return new Gate(name, token, timer, left -> broadcast.send(PAUSE, name.name() + " " + left),
                () -> broadcast.send(HASTEN, name.name()), meters);
    }

    private void hear(String words) {
        Matcher matcher = WORDS.matcher(words);
        Gate gate = matcher.matches() ? gates.get(matcher.group(1)) : null;
        if (gate != null) {
            gate.closedFor(Long.parseLong(matcher.group(2)));
        }
    }
}
