package io.visitbot.visit;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.PhoneNumber;

/**
 * What somebody asks for.
 *
 * @param origin what brought it about: the same origin again is the same visit
 * @param subject the room's secret name where a draft has drawn it, null to draw one
 * @param life how long the links are to live, null for the setting's
 */
public record VisitRequest(String origin, @Nullable String subject, Place place, Requester requester, String label,
        Language language, List<String> people, List<String> devices, @Nullable PhoneNumber phone, boolean sendText,
        @Nullable Duration life) {
}
