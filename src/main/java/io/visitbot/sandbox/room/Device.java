package io.visitbot.sandbox.room;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A room device.
 *
 * @param with the SIP address of the meeting it rings for or is in
 * @param since when its state began, ISO 8601
 */
record Device(String key, String name, String sip, State state, @Nullable String with, @Nullable String since) {

    enum State {
        IDLE, RINGING, CONNECTED
    }

    static Device idle(String key, String name, String sip) {
        return new Device(key, name, sip, State.IDLE, null, null);
    }

    Device turned(State newState, @Nullable String meeting, String at) {
        return new Device(key, name, sip, newState, meeting, at);
    }

    boolean isConnected() {
        return state == State.CONNECTED;
    }

    boolean isIn(String meeting) {
        return isConnected() && meeting.equals(with);
    }

    Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("key", key);
        view.put("name", name);
        view.put("sip", sip);
        view.put("state", state.name().toLowerCase(Locale.ROOT));
        view.put("with", with);
        view.put("since", since);
        return view;
    }
}
