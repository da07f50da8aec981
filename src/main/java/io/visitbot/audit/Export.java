package io.visitbot.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries out, oldest first. Blocks. */
public final class Export {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NAMES = List.of("number", "at", "event", "visit", "space", "person", "email",
            "detail", "key", "previous", "hash");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r\n";

    private final AuditRecords records;

    public Export(AuditRecords records) {
        this.records = records;
    }

    /**
     * Writes what stands in the record now, and flushes.
     *
     * @param most an {@link TooManyException} where there are more
     */
    public Written write(Selection selection, Format format, long most, Writer out) {
        Head head = records.head();
        Counter counter = new Counter(most);
        Stream<Entry> entries = Pages.of(records, selection, head.last()).peek(counter);
        try {
            switch (format) {
                case CSV -> csv(entries.iterator(), out);
                case JSON -> json(head, entries.iterator(), out);
            }
            out.flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new Written(counter.count, head);
    }

    private static void csv(Iterator<Entry> entries, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(NAMES);
        while (entries.hasNext()) {
            printer.printRecord(values(entries.next()).stream().map(Export::harmless));
        }
    }

    private static void json(Head head, Iterator<Entry> entries, Writer out) {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeNumberProperty("count", head.count());
        json.writeNumberProperty("last", head.last());
        json.writeStringProperty("hash", head.hash());
        json.writeArrayPropertyStart("entries");
        entries.forEachRemaining(entry -> json(json, entry));
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void json(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        json.writeNumberProperty(NAMES.getFirst(), entry.number());
        List<String> values = values(entry);
        for (int i = 1; i < NAMES.size(); i++) {
            json.writeStringProperty(NAMES.get(i), values.get(i));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static List<String> values(Entry entry) {
        return List.of(Long.toString(entry.number()), Chain.time(entry.at()), entry.event(), entry.visit(),
                entry.space(), entry.person(), entry.email(), entry.detail(), entry.key(), entry.previous(),
                entry.hash());
    }

    /** A spreadsheet would run a cell that begins like a formula. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** How many entries were written, and where the whole chain ended then. */
    public record Written(long entries, Head head) {
    }

    /** There are more entries than were to be written. */
    public static final class TooManyException extends RuntimeException {

        TooManyException(long most) {
            super("more than " + most + " entries", null, false, false);
        }
    }

    private static final class Counter implements Consumer<Entry> {

        private final long most;
        private long count;

        Counter(long most) {
            this.most = most;
        }

        @Override
        public void accept(Entry entry) {
            if (++count > most) {
                throw new TooManyException(most);
            }
        }
    }
}
