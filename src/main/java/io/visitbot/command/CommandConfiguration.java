package io.visitbot.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

import io.visitbot.audit.Auditing;
import io.visitbot.bot.Chat;
import io.visitbot.bot.CommandHandler;
import io.visitbot.cards.Choice;
import io.visitbot.cards.FormLimits;
import io.visitbot.cards.FormOptions;
import io.visitbot.platform.Check;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.AuditTrail;
import io.visitbot.visit.BeginDraft;
import io.visitbot.visit.ChangeVisit;
import io.visitbot.visit.FindVisit;
import io.visitbot.visit.InvitePatient;
import io.visitbot.visit.Language;
import io.visitbot.visit.StartVisit;
import io.visitbot.visit.TextTrouble;
import io.visitbot.visit.Texts;
import io.visitbot.visit.VisitSettings;
import io.visitbot.visit.VisitTimes;

/** All that staff can say, in the order that help shows it. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class CommandConfiguration {

    @Bean
    VisitNames visitNames(FindVisit find, VisitTimes times) {
        return new VisitNames(find, times);
    }

    @Bean
    Standing standing(VisitTimes times, Clock clock) {
        return new Standing(times, clock);
    }

    @Bean
    LimitWords limitWords(VisitTimes times, Clock clock, InvitePatient invite, Ledger ledger) {
        return new LimitWords(times, clock, invite, ledger);
    }

    @Bean
    Ledger ledger(AuditTrail trail, Clock clock) {
        return new Ledger(trail, clock);
    }

    @Bean
    VisitForms visitForms(BeginDraft drafts, StartVisit start, FindVisit find, Announcer announcer, Chat chat,
            PhoneNumbers numbers, InvitePatient invite, LimitWords limits, VisitSettings settings,
            Ledger ledger) {
        List<Choice> languages = Stream.of(Language.values())
                .map(language -> new Choice(language.locale().getDisplayLanguage(Locale.ENGLISH), language.tag()))
                .toList();
        return new VisitForms(drafts, start, find, announcer, chat, numbers, limits,
                new FormOptions(languages, settings.linkLife(), invite.isPossible()),
                limits(languages, settings.linkLife()), ledger);
    }

    @Bean
    @Order(1)
    CommandHandler newVisit(VisitForms forms, StartVisit start, FindVisit find, PhoneNumbers numbers,
            LimitWords limits) {
        return new NewVisit(forms, start, find, numbers, limits);
    }

    @Bean
    @Order(2)
    CommandHandler listVisits(FindVisit find, VisitTimes times, Ledger ledger) {
        return new ListVisits(find, times, ledger);
    }

    @Bean
    @Order(3)
    CommandHandler status(VisitNames names, Standing standing, Texts texts, Announcer announcer, TextTrouble trouble,
            VisitTimes times, Ledger ledger) {
        return new Status(names, standing, texts, announcer, trouble, times, ledger);
    }

    @Bean
    @Order(4)
    CommandHandler addColleague(VisitNames names, Standing standing, ChangeVisit change) {
        return new AddColleague(names, standing, change);
    }

    @Bean
    @Order(5)
    CommandHandler invite(VisitNames names, Standing standing, InvitePatient invite, PhoneNumbers numbers,
            LimitWords limits) {
        return new Invite(names, standing, invite, numbers, limits);
    }

    @Bean
    @Order(6)
    CommandHandler resend(VisitNames names, Standing standing, InvitePatient invite) {
        return new Resend(names, standing, invite);
    }

    @Bean
    @Order(7)
    CommandHandler ring(VisitNames names, Standing standing, ChangeVisit change, Chat chat, Ledger ledger) {
        return new Ring(names, standing, change, chat, ledger);
    }

    @Bean
    @Order(8)
    CommandHandler cancel(VisitNames names, Standing standing, ChangeVisit change, VisitTimes times) {
        return new Cancel(names, standing, change, times);
    }

    @Bean
    @Order(9)
    CommandHandler whoAmI(VisitTimes times) {
        return new WhoAmI(times);
    }

    @Bean
    @Order(10)
    CommandHandler runChecks(List<Check> checks) {
        return new RunChecks(checks);
    }

    @Bean
    @Order(11)
    CommandHandler showAudit(Auditing auditing, Ledger ledger, Chat chat) {
        return new ShowAudit(auditing, ledger, chat);
    }

    @Bean
    @Order(12)
    CommandHandler help(ObjectProvider<CommandHandler> commands) {
        return new Help(commands);
    }

    /** What a form may ask for; the setting's own duration is always among it. */
    private static FormLimits limits(List<Choice> languages, Duration life) {
        FormLimits usual = FormLimits.of(languages.stream().map(Choice::value).toList());
        return life.compareTo(usual.shortest()) < 0 ? new FormLimits(usual.languages(), life, usual.longest()) : usual;
    }
}
