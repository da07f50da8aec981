package io.visitbot.audit;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.visit.Act;
import io.visitbot.visit.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExportTests {

    private final AuditOnPaper paper = new AuditOnPaper(
            Clock.fixed(Instant.parse("2026-01-05T12:00:00.1Z"), ZoneOffset.UTC));

    private void keep(String key, String visit, String detail) {
        paper.append(List.of(new Act(key, Act.Kind.TEXT_SENT, visit, "space", new Actor("lee", "dr.lee@example.org"),
                detail)));
    }

    private String export(Format format, Selection selection) {
        StringWriter out = new StringWriter();
        new Export(paper).write(selection, format, Long.MAX_VALUE, out);
        return out.toString();
    }

    @Test
    void writesLinesThatAProgramReadsBack() throws IOException {
        keep("k1", "V-7F3K", "to \"+1\", then\nanother");

        String csv = export(Format.CSV, Selection.ALL);
        CSVRecord line = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new StringReader(csv.substring(1))).getRecords().getFirst();
        assertThat(csv).startsWith("\uFEFFnumber,at,event,visit,space,person,email,detail,key,previous,hash\r\n")
                .endsWith("\r\n");
        assertThat(line.get("number")).isEqualTo("1");
        assertThat(line.get("at")).isEqualTo("2026-01-05T12:00:00.100Z");
        assertThat(line.get("event")).isEqualTo("text-sent");
        assertThat(line.get("detail")).isEqualTo("to \"+1\", then\nanother");
        assertThat(line.get("hash")).isEqualTo(paper.head.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1"})
    void letsNoSpreadsheetRunACell(String detail) {
        keep("k1", "V-7F3K", detail);

        assertThat(export(Format.CSV, Selection.ALL)).contains(",'" + detail).doesNotContain("," + detail);
    }

    @Test
    void writesJsonFromWhichTheHashesCanBeChecked() {
        keep("k1", "V-7F3K", "=1+1");
        keep("k2", "V-7F3K", "");

        JsonNode json = JsonMapper.shared().readTree(export(Format.JSON, Selection.ALL));
        assertThat(json.path("count").asLong()).isEqualTo(2);
        assertThat(json.path("last").asLong()).isEqualTo(2);
        assertThat(json.path("hash").asString()).isEqualTo(paper.head.hash());
        assertThat(json.path("entries").valueStream().map(ExportTests::entry).toList()).isEqualTo(paper.entries);
    }

    private static Entry entry(JsonNode json) {
        List<String> texts = List.of("event", "visit", "space", "person", "email", "detail", "key", "previous", "hash")
                .stream().map(name -> json.path(name).asString()).toList();
        return new Entry(json.path("number").asLong(), Instant.parse(json.path("at").asString()), texts.get(0),
                texts.get(1), texts.get(2), texts.get(3), texts.get(4), texts.get(5), texts.get(6), texts.get(7),
                texts.get(8));
    }

    @Test
    void writesWhatIsSelected() {
        keep("k1", "V-7F3K", "");
        keep("k2", "V-AAAA", "");

        assertThat(export(Format.CSV, Selection.ALL.about("aaaa"))).contains("V-AAAA").doesNotContain("V-7F3K");
        assertThat(export(Format.CSV, Selection.ALL.since("2026-01-06"))).doesNotContain("V-");
        assertThat(export(Format.CSV, Selection.ALL.since("2026-01-05"))).contains("V-7F3K", "V-AAAA");
    }

    @Test
    void stopsBeforeTheFileIsTooLarge() {
        keep("k1", "V-7F3K", "");
        keep("k2", "V-7F3K", "");

        assertThatExceptionOfType(Export.TooManyException.class)
                .isThrownBy(() -> new Export(paper).write(Selection.ALL, Format.JSON, 1, new StringWriter()));
    }
}
