package io.visitbot.store;

/** Wakes whoever looks after due jobs; does nothing while nobody is there. */
final class Alarm {

    private volatile Runnable sleeper = () -> {
    };

    void wakes(Runnable sleeper) {
        this.sleeper = sleeper;
    }

    void ring() {
        sleeper.run();
    }
}
