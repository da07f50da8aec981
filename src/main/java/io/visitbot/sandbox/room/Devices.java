package io.visitbot.sandbox.room;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Times;
import io.visitbot.sandbox.journal.Wrong;

/** The room devices. Ringing one that is not known puts a new one on the page. */
public final class Devices {

    private static final int MAX_DEVICES = 20;

    private final Journal journal;
    private final Map<String, Device> devices = new LinkedHashMap<>();

    Devices(Journal journal) {
        this.journal = journal;
        reset();
    }

    void reset() {
        synchronized (this) {
            devices.clear();
            put(Device.idle("room-3", "Room 3", "room3@example.rooms.webex.com"));
            put(Device.idle("tele-cart", "Tele-cart", "cart1@example.rooms.webex.com"));
        }
        journal.changes().happened();
    }

    private void put(Device device) {
        devices.put(device.key(), device);
    }

    synchronized Collection<Device> all() {
        return List.copyOf(devices.values());
    }

    private Device get(String key) {
        Device device = devices.get(key);
        if (device == null) {
            throw new Wrong(404, "There is no device " + key + ".");
        }
        return device;
    }

    /**
     * Lets a device ring, unless it is in a call.
     *
     * @param uri the device's SIP address
     * @param meeting the SIP address of the meeting that calls it
     */
    public synchronized void ring(String uri, String meeting) {
        String sip = plain(uri);
        Device device = devices.values().stream().filter(known -> known.sip().equals(sip)).findFirst()
                .orElseGet(() -> discovered(sip));
        if (!device.isConnected()) {
            set(device.turned(Device.State.RINGING, meeting, now()));
        }
    }

    private Device discovered(String sip) {
        if (devices.size() >= MAX_DEVICES) {
            throw new Wrong(409, "There are too many devices already.");
        }
        return Device.idle("device-" + (devices.size() + 1), sip.replaceFirst("@.*", ""), sip);
    }

    /** The names of the devices in a meeting. */
    public synchronized List<String> in(String meeting) {
        return devices.values().stream().filter(device -> device.isIn(meeting)).map(Device::name).toList();
    }

    synchronized void answer(String key) {
        Device device = get(key);
        if (device.state() != Device.State.RINGING) {
            throw new Wrong(409, device.name() + " is not ringing.");
        }
        set(device.turned(Device.State.CONNECTED, device.with(), now()));
    }

    synchronized void hangUp(String key) {
        set(get(key).turned(Device.State.IDLE, null, now()));
    }

    synchronized void connect(String key, String meeting) {
        set(get(key).turned(Device.State.CONNECTED, plain(meeting), now()));
    }

    private void set(Device device) {
        put(device);
        journal.changes().happened();
    }

    private String now() {
        return Times.iso(journal.clock().instant());
    }

    static String plain(String uri) {
        return uri.strip().replaceFirst("(?i)^sips?:", "").toLowerCase(Locale.ROOT);
    }
}
