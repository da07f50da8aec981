package io.visitbot.platform;

/** Says whether this instance is the one that does what only one of all instances on the same store has to do. */
public interface Leader {

    /** Costs nothing to ask. When the one that leads is gone, another leads within seconds. */
    boolean isHere();
}
