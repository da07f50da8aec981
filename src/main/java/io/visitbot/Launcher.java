package io.visitbot;

/**
 * Starts the program, or says in one sentence which Java it needs. Compiled for Java 17 so that an older {@code java} can
 * still run it; everything else is compiled for Java 25. Exit status 64 means "wrong Java".
 */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {
    }

    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() < NEEDED) {
            System.err
                    .println("Visit needs Java " + NEEDED + " or newer, and this is Java " + Runtime.version().feature()
                            + ": install a JDK " + NEEDED + " and start it with that one's bin/java -jar visit.jar");
            System.exit(64);
        }
        Class.forName("io.visitbot.VisitApplication").getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
