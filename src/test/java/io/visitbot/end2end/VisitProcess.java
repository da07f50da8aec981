package io.visitbot.end2end;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program as a process of its own, with nothing but the given settings, and everything that it printed. */
final class VisitProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Sandbox ready: open (http://\\S+)/sandbox");
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> read;

    private VisitProcess(Process process) {
        this.process = process;
        this.read = CompletableFuture.runAsync(this::read, Thread::startVirtualThread);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts the jar in a working directory with these variables as its whole environment. */
    static VisitProcess start(Path directory, Map<String, String> environment, String... arguments) {
        return start(Path.of(System.getProperty("java.home"), "bin", "java"), QUICK, directory, environment, arguments);
    }

    /** The same with another {@code java}. */
    static VisitProcess start(Path java, List<String> options, Path directory, Map<String, String> environment,
            String... arguments) {
        try {
            return new VisitProcess(builder(java, options, directory, environment, arguments)
                    .redirectErrorStream(true).start());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Runs the jar to its end, with what it printed where. */
    static Finished run(Path directory, Map<String, String> environment, String... arguments) {
        try {
            Path errors = Files.createTempFile(directory, "errors", ".txt");
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            VisitProcess process = new VisitProcess(builder(java, QUICK, directory, environment, arguments)
                    .redirectError(errors.toFile()).start());
            int status = process.exitStatus();
            return new Finished(status, process.output(), Files.readString(errors));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** A process that has ended. */
    record Finished(int status, String output, String errors) {
    }

    private static ProcessBuilder builder(Path java, List<String> options, Path directory,
            Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** The pretend services, with the bot (profile {@code sandbox}) or alone ({@code sandbox-servers}), on a free port. */
    static VisitProcess sandbox(Path directory, String profile) {
        String port = profile.equals("sandbox") ? "SERVER_PORT" : "SANDBOX_PORT";
        return start(directory, Map.of(port, "0"), "--spring.profiles.active=" + profile);
    }

    static Path jar() {
        Path jar = Path.of(Objects.requireNonNull(System.getProperty("visit.jar"), "visit.jar is not set"));
        if (!Files.isRegularFile(jar)) {
            throw new AssertionError("no packaged program to test at " + jar);
        }
        return jar;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Where the sandbox says that it is, as soon as it says so. */
    String home() {
        return Eventually.find("the sandbox is ready", () -> {
            Matcher ready = READY.matcher(output());
            stillRunning();
            return ready.find() ? Optional.of(ready.group(1)) : Optional.empty();
        });
    }

    boolean isRunning() {
        return process.isAlive();
    }

    void stillRunning() {
        if (!isRunning()) {
            throw new AssertionError("the program has ended with " + process.exitValue() + ":\n" + output());
        }
    }

    long pid() {
        return process.pid();
    }

    String output() {
        return String.join("\n", lines);
    }

    /** Waits for the end that is to come by itself, and gives its status. */
    int exitStatus() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the program has not ended:\n" + output());
            }
            read.join();
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** SIGTERM: the orderly end. */
    int stop() {
        process.destroy();
        return exitStatus();
    }

    /** SIGKILL: the end without a word. */
    void kill() {
        process.destroyForcibly();
        exitStatus();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException ended) {
            lines.add("(output ended)");
        }
    }
}
