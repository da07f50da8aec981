package io.visitbot.command;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import io.visitbot.bot.Doorkeeper;
import io.visitbot.bot.Request;
import io.visitbot.bot.Speaker;
import io.visitbot.bot.Spot;
import io.visitbot.visit.Act;
import io.visitbot.visit.Act.Kind;
import io.visitbot.visit.Actor;
import io.visitbot.visit.AuditTrail;
import io.visitbot.visit.Limit;
import io.visitbot.visit.Visit;

/**
 * Has it written down who looked at what, before it is shown, and who was refused what. A request that comes again is the
 * same look, or the same refusal.
 */
final class Ledger implements Doorkeeper {

    private final AuditTrail trail;
    private final Clock clock;

    Ledger(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    static Actor actor(Speaker speaker) {
        return new Actor(speaker.person(), speaker.email());
    }

    /** {@code space} is where it is shown. */
    Mono<Void> lookedAt(Visit visit, String origin, String space, Speaker speaker) {
        return trail.record(new Act(origin + ":looked:" + visit.id(), Kind.LOOKED_AT, visit.id(), space,
                actor(speaker), ""));
    }

    Mono<Void> rang(Visit visit, String device, Request request) {
        return trail.record(new Act(request.origin() + ":rang", Kind.DEVICE_RUNG, visit.id(), request.spot().space(),
                actor(request.speaker()), device));
    }

    Mono<Void> refused(Asked asked, Limit limit) {
        String name = limit.name().toLowerCase(Locale.ROOT);
        return trail.record(new Act(asked.origin() + ":refused:" + name, Kind.REFUSED, asked.visit(), asked.space(),
                actor(asked.speaker()), asked.what() + ", limit " + name));
    }

    /** Nothing is written where no visit was named. */
    Mono<Void> listed(List<Visit> visits, Request request) {
        return visits.isEmpty()
                ? Mono.empty()
                : note(Kind.LISTED, request, visits.stream().map(Visit::id).collect(Collectors.joining(" ")));
    }

    /** Something about no visit in particular. */
    Mono<Void> note(Kind kind, Request request, String detail) {
        return trail.record(new Act(request.origin() + ":" + kind.word(), kind, "", request.spot().space(),
                actor(request.speaker()), detail));
    }

    /** Once an hour for each person, so that nobody can fill the record by knocking. */
    @Override
    public Mono<Void> turnedAway(Speaker stranger, Spot spot) {
        return trail.record(new Act("away:" + stranger.person() + ":" + clock.instant().truncatedTo(ChronoUnit.HOURS),
                Kind.TURNED_AWAY, "", spot.space(), actor(stranger), ""));
    }
}
