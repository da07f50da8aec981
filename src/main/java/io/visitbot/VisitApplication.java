package io.visitbot;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Ids;
import io.visitbot.platform.SharedClock;

/** The bot; with profile {@code sandbox} the bot and its pretend services, with {@code sandbox-servers} those alone. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class VisitApplication {

    public static void main(String[] args) {
        if (AuditCommandLine.isMeant(args)) {
            System.exit(new AuditCommandLine(System.out, System.err).run(args));
        }
        SpringApplication application = new SpringApplication(VisitApplication.class);
        application.addInitializers(new AllSettings());
        application.run(args);
    }

    @Bean
    SharedClock clock() {
        return new SharedClock(Clock.systemUTC());
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(RandomGenerator random) {
        return new Ids(random);
    }

    @Bean
    Scheduler timer() {
        return Schedulers.parallel();
    }
}
