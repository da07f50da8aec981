package io.visitbot.sandbox.journal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Makes JSON objects in reading order; a field without a value is left out. */
public final class Fields {

    private Fields() {
    }

    /** Pairs of name and value. */
    public static Map<String, Object> of(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object name = namesAndValues[i];
            Object value = namesAndValues[i + 1];
            if (name != null && value != null) {
                fields.put(name.toString(), value);
            }
        }
        return fields;
    }
}
