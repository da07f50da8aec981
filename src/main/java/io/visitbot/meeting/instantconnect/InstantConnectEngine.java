package io.visitbot.meeting.instantconnect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.meeting.instantconnect.Link.Links;
import io.visitbot.meeting.instantconnect.SpaceCalls.Dialing;
import io.visitbot.meeting.instantconnect.Spaces.Space;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.Failure;
import io.visitbot.visit.Admission;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.MeetingEngine;

/**
 * Makes rooms with Instant Connect. The links are what counts: a space that won't open, an address that nobody tells or a
 * colleague who is refused leaves them as they are.
 */
class InstantConnectEngine implements MeetingEngine {

    private static final Logger log = LoggerFactory.getLogger(InstantConnectEngine.class);
    private static final String CIPHER = "data=";

    private final InstantConnectSettings settings;
    private final Encryption encryption;
    private final Spaces spaces;
    private final SipLadder ladder;
    private final Admissions admissions;

    InstantConnectEngine(InstantConnectSettings settings, Encryption encryption, Spaces spaces, SpaceCalls calls,
            Scheduler timer) {
        this.settings = settings;
        this.encryption = encryption;
        this.spaces = spaces;
        this.ladder = new SipLadder(calls, settings, timer);
        this.admissions = new Admissions(calls, settings.botToken());
    }

    @Override
    public Mono<Opened> open(Order order) {
        return links(order, 1, 1).flatMap(links -> opened(order, links));
    }

    @Override
    public Mono<Meeting> renew(Order order, Meeting meeting) {
        return links(order, 1, 1).map(links -> meeting(links, meeting.space(),
                new Dialing(meeting.sipAddress(), meeting.meetingNumber())));
    }

    @Override
    public Mono<List<Admission>> add(Meeting meeting, List<String> emails) {
        return Mono.justOrEmpty(meeting.space()).mapNotNull(spaces::remembered)
                .switchIfEmpty(Mono.defer(() -> reopened(meeting)))
                .flatMap(space -> admissions.add(space.id(), space.token(), emails))
                .defaultIfEmpty(Admissions.failed(emails));
    }

    /** As many links as asked for, all into the order's room. */
    Mono<Links> links(Order order, int hosts, int guests) {
        return encryption.links(order, hosts, guests);
    }

    private Mono<Opened> opened(Order order, Links links) {
        return opening(links.hosts().getFirst().cipher())
                .flatMap(space -> furnished(order, links, space))
                .defaultIfEmpty(new Opened(meeting(links, null, Dialing.UNKNOWN), Admissions.failed(order.people())));
    }

    private Mono<Opened> furnished(Order order, Links links, Space space) {
        return Mono.zip(ladder.climb(space.id(), space.token()),
                admissions.add(space.id(), space.token(), order.people()),
                (dialing, people) -> new Opened(meeting(links, space.id(), dialing), people));
    }

    private Mono<Space> reopened(Meeting meeting) {
        return cipher(meeting.hostLoginLink()).map(this::opening).orElse(Mono.empty())
                .switchIfEmpty(Mono.justOrEmpty(meeting.space()).map(space -> new Space(space, null)));
    }

    private Mono<Space> opening(String cipher) {
        return spaces.open(cipher)
                .doOnError(failure -> log.warn("temporary space not opened: {}", Failure.words(failure)))
                .onErrorResume(ApiException.class, failure -> Mono.empty());
    }

    private Meeting meeting(Links links, @Nullable String space, Dialing dialing) {
        Link host = links.hosts().getFirst();
        Link guest = links.guests().getFirst();
        return new Meeting(address(host, settings.hostBaseUrl()), longUrl(settings.agentBaseUrl(), host),
                address(guest, settings.clientBaseUrl()), space, dialing.sipAddress(), dialing.meetingNumber());
    }

    private static String address(Link link, String base) {
        String shortUrl = link.shortUrl();
        return shortUrl == null ? longUrl(base, link) : shortUrl;
    }

    private static String longUrl(String base, Link link) {
        return base + URLEncoder.encode(link.cipher(), StandardCharsets.UTF_8);
    }

    private static Optional<String> cipher(String longUrl) {
        int start = longUrl.lastIndexOf(CIPHER);
        return start < 0
                ? Optional.empty()
                : Optional.of(longUrl.substring(start + CIPHER.length()).replaceAll("[&#].*", ""))
                        .map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }
}
