package io.visitbot.sandbox.room;

import java.util.function.Consumer;
import java.util.function.Predicate;

import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.visitbot.sandbox.journal.Triggers;
import io.visitbot.sandbox.journal.Wrong;

/** What somebody in the room can do with a device. */
final class DeviceRoutes {

    private final Devices devices;
    private final Predicate<String> isMeeting;

    DeviceRoutes(Devices devices, Predicate<String> isMeeting) {
        this.devices = devices;
        this.isMeeting = isMeeting;
    }

    RouterFunction<ServerResponse> routes() {
        return Triggers.routes(api -> api.POST("/devices/{key}/answer", touch(devices::answer))
                .POST("/devices/{key}/decline", touch(devices::hangUp))
                .POST("/devices/{key}/hangup", touch(devices::hangUp)).POST("/devices/{key}/dial", dial()));
    }

    private static HandlerFunction<ServerResponse> touch(Consumer<String> action) {
        return request -> {
            action.accept(request.pathVariable("key"));
            return Triggers.ok(Triggers.done());
        };
    }

    private HandlerFunction<ServerResponse> dial() {
        return request -> Triggers.read(request).flatMap(json -> {
            String meeting = Devices.plain(Triggers.required(json, "uri"));
            if (!isMeeting.test(meeting)) {
                throw new Wrong(404, "Nobody answers at " + meeting + ".");
            }
            devices.connect(request.pathVariable("key"), meeting);
            return Triggers.ok(Triggers.done());
        });
    }
}
