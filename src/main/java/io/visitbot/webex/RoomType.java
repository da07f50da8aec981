package io.visitbot.webex;

/** How many can be in a space: two for ever, or any number. */
public enum RoomType {

    DIRECT, GROUP;

    static RoomType of(String name) {
        return "direct".equals(name) ? DIRECT : GROUP;
    }
}
