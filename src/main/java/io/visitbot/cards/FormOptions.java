package io.visitbot.cards;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a form offers.
 *
 * @param languages names and tags, the default first
 * @param life how long links live where nobody says otherwise
 * @param texting whether text messages are set up
 */
public record FormOptions(List<Choice> languages, Duration life, boolean texting) {

    private static final List<Integer> MINUTES = List.of(15, 30, 60, 120, 240);

    List<Choice> durations() {
        return Stream.concat(MINUTES.stream().map(Duration::ofMinutes), Stream.of(life)).distinct().sorted()
                .map(span -> new Choice(Spans.inWords(span), seconds(span))).toList();
    }

    String defaultDuration() {
        return seconds(life);
    }

    private static String seconds(Duration span) {
        return Long.toString(span.toSeconds());
    }
}
