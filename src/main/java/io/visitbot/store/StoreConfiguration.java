package io.visitbot.store;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.scheduler.Scheduler;

import io.visitbot.audit.AuditSettings;
import io.visitbot.audit.Chain;
import io.visitbot.platform.Check;
import io.visitbot.platform.Gates;
import io.visitbot.platform.Ids;
import io.visitbot.platform.SharedClock;
import io.visitbot.visit.Drafts;
import io.visitbot.visit.JobHandler;
import io.visitbot.visit.Notices;
import io.visitbot.visit.Texts;
import io.visitbot.visit.Visits;
import io.visitbot.webhook.Backlog;
import io.visitbot.webhook.EventHandler;
import io.visitbot.webhook.SecretStore;

/** Puts the store together. Its own data source and Flyway keep Spring Boot from making others. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class StoreConfiguration {

    @Bean
    Database database(StoreSettings settings) {
        return Database.open(settings);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean
    Flyway flyway(Database database) {
        Flyway flyway = database.flyway();
        flyway.migrate();
        return flyway;
    }

    @Bean
    Store store(Database database, Flyway migrated, Ids ids, RandomGenerator random, SharedClock clock,
            Scheduler timer,
            ObjectProvider<EventHandler> events, ObjectProvider<JobHandler> jobs, MeterRegistry meters) {
        Counter dead = Counter.builder("visit.inbox.dead").description("Events given up").register(meters);
        return new Store(database, new Store.Surroundings("visit-" + ids.nonce(), clock, timer, events::getObject,
                jobs::stream, random::nextDouble, dead::increment));
    }

    @Bean
    StoredInbox inbox(Store store, MeterRegistry meters) {
        Gauge.builder("visit.inbox.waiting", store, Store::waiting).description("Events that wait").register(meters);
        Gauge.builder("visit.inbox.inflight", store, Store::inFlight).description("Events being worked on")
                .register(meters);
        return store.inbox();
    }

    @Bean
    Backlog backlog(Store store) {
        return new StoredBacklog(store.transactions());
    }

    @Bean
    Instances instances(Store store) {
        return store.instances();
    }

    @Bean
    Hastening hastening(Store store, Instances instances) {
        Hastening hastening = store.hastening();
        instances.listen(Gates.HASTEN, _ -> hastening.hasten().subscribe());
        return hastening;
    }

    @Bean
    Vault vault(Database database, Flyway migrated, EncryptionSettings settings, RandomGenerator random) {
        return VaultDoor.open(database, settings, random);
    }

    @Bean
    JobScheduler jobScheduler(Store store, Database database, Vault vault, RetentionSettings settings,
            AuditTable audit, AuditSettings auditSettings, Clock clock) {
        Erasure erasure = new Erasure(database);
        return store.scheduler(database, List.of(new Resealing(store.transactions(), vault, erasure),
                new Retention(store.transactions(), vault, settings, erasure, clock),
                new AuditUpkeep(store.transactions(), audit, auditSettings.kept(), clock)));
    }

    @Bean
    Visits visits(Store store, Vault vault, AuditTable audit) {
        return new StoredVisits(store.transactions(), store.jobs(), vault, audit);
    }

    @Bean
    Texts texts(Store store, Vault vault, AuditTable audit, Clock clock) {
        return new StoredTexts(store.transactions(), store.jobs(), vault, audit, clock);
    }

    @Bean
    Drafts drafts(Store store, Vault vault, AuditTable audit) {
        return new StoredDrafts(store.transactions(), vault, audit);
    }

    @Bean
    Notices notices(Store store) {
        return new StoredNotices(store.transactions());
    }

    @Bean
    AuditTable auditTable(Database database, Chain chain, Clock clock) {
        return new AuditTable(database.dialect(), chain, clock);
    }

    @Bean
    StoredAudit audit(Store store, AuditTable audit) {
        return new StoredAudit(store.transactions(), audit);
    }

    @Bean
    SecretStore secretStore(Store store, Vault vault) {
        return new StoredSecrets(store.transactions(), vault.sealer());
    }

    @Bean
    Check databaseCheck(Store store, Clock clock, Scheduler timer) {
        return new DatabaseCheck(store.transactions(), clock, timer);
    }

    @Bean
    Check encryptionCheck(Store store, Vault vault, Scheduler timer) {
        return new EncryptionCheck(store.transactions(), vault.sealer(), timer);
    }

    @Bean
    Check clockCheck(Instances instances, Database database) {
        return new ClockCheck(instances, database.dialect());
    }

    @Bean
    Check queueCheck(Store store, Clock clock, Scheduler timer) {
        return new QueueCheck(store.transactions(), store.writer()::isAlive, store.writer()::isFull, clock, timer);
    }
}
