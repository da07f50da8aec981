package io.visitbot.sandbox.room;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Section;
import io.visitbot.sandbox.webex.Room;
import io.visitbot.sandbox.webex.Webex;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxRoomConfiguration {

    @Bean
    Devices sandboxDevices(Journal journal) {
        return new Devices(journal);
    }

    @Bean
    @Order(1)
    Section sandboxDeviceSection(Devices devices) {
        return new Section("devices", () -> devices.all().stream().map(Device::view).toList(), devices::reset);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxDeviceRoutes(Devices devices, Webex webex) {
        return new DeviceRoutes(devices, uri -> isMeeting(webex, uri)).routes();
    }

    private static boolean isMeeting(Webex webex, String uri) {
        return webex.rooms().all().stream().map(Room::sipAddress).anyMatch(uri::equals);
    }
}
