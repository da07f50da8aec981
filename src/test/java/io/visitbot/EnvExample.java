package io.visitbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code .env.example} says of each setting. */
final class EnvExample {

    static final Path FILE = Path.of(".env.example");
    private static final Pattern LINE = Pattern.compile("([A-Z_]+)=(.*)");
    private static final Pattern COMMENT = Pattern.compile("# (.+); ((default:?|required) ?.*)");

    private EnvExample() {
    }

    /** Its settings in its order; fails where a setting is not explained in the line before it. */
    static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        String before = "";
        for (String line : Files.readAllLines(FILE)) {
            Matcher setting = LINE.matcher(line);
            if (setting.matches()) {
                entries.add(entry(before, setting.group(1), setting.group(2)));
            }
            before = line;
        }
        return entries;
    }

    private static Entry entry(String comment, String name, String value) {
        Matcher explained = COMMENT.matcher(comment);
        if (!explained.matches()) {
            throw new AssertionError(name + " needs a line before it such as: # What it means; default 1");
        }
        return new Entry(name, value, explained.group(1), explained.group(2));
    }

    /**
     * A setting.
     *
     * @param otherwise {@code default X} for the value itself, {@code default: words} for anything else, or {@code required}
     */
    record Entry(String name, String value, String meaning, String otherwise) {

        boolean hasLiteralDefault() {
            return otherwise.startsWith("default ");
        }

        String byDefault() {
            return otherwise.replaceFirst("^default:? ", "");
        }
    }
}
