package io.visitbot.notice;

import io.visitbot.platform.Settings;

/**
 * What a space is shown.
 *
 * @param hostLinkInSpace {@code VISIT_HOST_LINK_IN_SPACE}: whether a group space is shown the host link that lets any
 * reader in as host; {@code true} or {@code false}, default {@code false}
 */
public record NoticeSettings(boolean hostLinkInSpace) {

    public static NoticeSettings read(Settings settings) {
        return new NoticeSettings(settings.flag("VISIT_HOST_LINK_IN_SPACE", false));
    }
}
