package io.visitbot.visit;

import java.time.Instant;
import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Makes the room of a visit. Asking again with the same subject gives the same room, so every verb is safe to repeat.
 * Errors are {@link io.visitbot.platform.ApiException}s.
 */
public interface MeetingEngine {

    /** Makes the links, opens the temporary space, finds its SIP address and adds the people, as far as each goes. */
    Mono<Opened> open(Order order);

    /** Makes fresh links into a room that is open already, with another end or another device; its space is kept. */
    Mono<Meeting> renew(Order order, Meeting meeting);

    /** Adds colleagues to an open room, one answer each, in the order asked. */
    Mono<List<Admission>> add(Meeting meeting, List<String> emails);

    /**
     * What to make.
     *
     * @param subject the room's secret name
     * @param until when the links end
     * @param devices SIP addresses that are rung when the host link is opened
     * @param people e-mail addresses to add
     */
    record Order(String subject, Instant until, List<String> devices, List<String> people) {
    }

    /** What was made. */
    record Opened(Meeting meeting, List<Admission> admissions) {
    }
}
