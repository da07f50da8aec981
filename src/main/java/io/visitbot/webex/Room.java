package io.visitbot.webex;

/** A space. */
public record Room(String id, String title, RoomType type) {
}
