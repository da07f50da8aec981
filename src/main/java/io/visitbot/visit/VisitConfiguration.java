package io.visitbot.visit;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Ids;
import io.visitbot.platform.PhoneNumbers;

/** Puts the heart together. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class VisitConfiguration {

    @Bean
    PhoneNumbers phoneNumbers(VisitSettings settings, LimitSettings limits) {
        return new PhoneNumbers(settings.defaultRegion(), limits.regions());
    }

    @Bean
    Limits limits(LimitSettings settings, Clock clock, MeterRegistry meters) {
        return new Limits(settings, clock, meters);
    }

    @Bean
    TextTrouble textTrouble(TextReasons reasons, VisitTimes times) {
        return new TextTrouble(reasons, times);
    }

    @Bean
    VisitTimes visitTimes(VisitSettings settings) {
        return new VisitTimes(settings.zone());
    }

    @Bean
    Preparations preparations(MeetingEngine engine, Clock clock, VisitSettings settings) {
        return new Preparations(engine, clock, settings);
    }

    @Bean
    BeginDraft beginDraft(Drafts drafts, Preparations preparations, Ids ids, Clock clock) {
        return new BeginDraft(drafts, preparations, ids, clock);
    }

    @Bean
    StartVisit startVisit(Visits visits, Ids ids, Clock clock, VisitSettings settings, Limits limits) {
        return new StartVisit(visits, ids, clock, settings.linkLife(), limits);
    }

    @Bean
    FindVisit findVisit(Visits visits, Clock clock) {
        return new FindVisit(visits, clock);
    }

    @Bean
    InvitePatient invitePatient(Texts texts, TextComposer composer, PatientMessenger messenger, PhoneNumbers numbers,
            Ids ids, Clock clock, Limits limits) {
        return new InvitePatient(texts, composer, messenger, numbers, ids, clock, limits);
    }

    @Bean
    ChangeVisit changeVisit(Visits visits, Texts texts, InvitePatient invite, MeetingEngine engine, Clock clock,
            MeterRegistry meters) {
        return new ChangeVisit(visits, texts, invite, engine, clock, meters);
    }

    @Bean
    JobHandler openVisit(Visits visits, MeetingEngine engine, Preparations preparations, InvitePatient invite,
            Announcer announcer, VisitSettings settings, Ids ids, Clock clock, MeterRegistry meters) {
        return new OpenVisit(visits, engine, preparations, invite, announcer, settings, ids, clock, meters);
    }

    @Bean
    JobHandler slowVisit(Visits visits, Announcer announcer, Ids ids, Clock clock) {
        return new SlowVisit(visits, announcer, ids, clock);
    }

    @Bean
    JobHandler endVisit(Visits visits, AuditTrail trail, Clock clock) {
        return new EndVisit(visits, trail, clock);
    }

    @Bean
    JobHandler sendText(Visits visits, Texts texts, PatientMessenger messenger, Clock clock, MeterRegistry meters) {
        return new SendText(visits, texts, messenger, clock, meters);
    }

    @Bean
    JobHandler reportText(Visits visits, Texts texts, Announcer announcer) {
        return new ReportText(visits, texts, announcer);
    }

    @Bean
    TextReports textReports(Texts texts, Clock clock, Scheduler timer) {
        return new TextDelivery(texts, clock, timer);
    }
}
