package io.visitbot.end2end;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a running program holds at one moment, right after a collection.
 *
 * @param heap in MiB
 * @param beside what the virtual machine holds beside the heap, in MiB
 * @param meters lines on the page for Prometheus
 */
record Sample(double heap, double beside, double threads, double connections, double files, double meters) {

    private static final List<Column> COLUMNS = List.of(new Column("heap MiB", Sample::heap, 4),
            new Column("beside MiB", Sample::beside, 8), new Column("threads", Sample::threads, 4),
            new Column("connections", Sample::connections, 8), new Column("files", Sample::files, 8),
            new Column("meters", Sample::meters, 10));

    private record Column(String name, ToDoubleFunction<Sample> value, double slack) {

        double median(List<Sample> some) {
            return some.stream().mapToDouble(value).sorted().skip(some.size() / 2).findFirst().orElse(0);
        }
    }

    static void print(List<Sample> samples) {
        System.out.println(String.join("  ", COLUMNS.stream().map(column -> "%12s".formatted(column.name)).toList()));
        samples.forEach(sample -> System.out.println(String.join("  ",
                COLUMNS.stream().map(column -> "%12.1f".formatted(column.value.applyAsDouble(sample))).toList())));
    }

    /** What is more in the last third than in the first by a tenth and a little slack, in words. */
    static List<String> grown(List<Sample> samples) {
        int third = samples.size() / 3;
        List<Sample> first = samples.subList(0, third);
        List<Sample> last = samples.subList(samples.size() - third, samples.size());
        return COLUMNS.stream().flatMap(column -> grown(column, column.median(first), column.median(last))).toList();
    }

    private static Stream<String> grown(Column column, double before, double after) {
        return after <= before * 1.1 + column.slack
                ? Stream.empty()
                : Stream.of("%s: %.1f, then %.1f".formatted(column.name, before, after));
    }
}
