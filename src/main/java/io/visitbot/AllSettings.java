package io.visitbot;

import java.util.List;
import java.util.function.Function;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

import io.visitbot.audit.AuditSettings;
import io.visitbot.bot.BotSettings;
import io.visitbot.meeting.instantconnect.InstantConnectSettings;
import io.visitbot.notice.NoticeSettings;
import io.visitbot.platform.Settings;
import io.visitbot.sms.SmsSettings;
import io.visitbot.store.EncryptionSettings;
import io.visitbot.store.RetentionSettings;
import io.visitbot.store.StoreSettings;
import io.visitbot.visit.LimitSettings;
import io.visitbot.visit.VisitSettings;
import io.visitbot.webex.WebexSettings;
import io.visitbot.webhook.WebhookSettings;

/**
 * Reads every package's settings, in the order of {@code .env.example}, before anything starts, so that whoever sets the
 * program up hears of everything that is wrong at once.
 */
class AllSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<Function<Settings, Record>> GROUPS = List.of(WebexSettings::read, WebhookSettings::read,
            InstantConnectSettings::read, SmsSettings::read, VisitSettings::read, LimitSettings::read,
            BotSettings::read, NoticeSettings::read, AuditSettings::read, StoreSettings::read, EncryptionSettings::read,
            RetentionSettings::read, ServerSettings::read, AdminSettings::read);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().acceptsProfiles(Profiles.of("sandbox-servers"))) {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            Settings settings = new Settings(new RawSettings(context.getEnvironment())::value);
            for (Record group : read(settings)) {
                beans.registerSingleton(group.getClass().getName(), group);
            }
            beans.registerSingleton(Settings.class.getName(), settings);
        }
    }

    static List<Record> read(Settings settings) {
        List<Record> groups = GROUPS.stream().map(group -> group.apply(settings)).toList();
        settings.verify();
        return groups;
    }
}
