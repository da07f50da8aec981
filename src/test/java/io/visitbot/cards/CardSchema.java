package io.visitbot.cards;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/** What Adaptive Cards 1.3 allows of the elements we use. */
final class CardSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
            .getSchema(resource());

    private CardSchema() {
    }

    static List<Error> errors(JsonNode card) {
        return SCHEMA.validate(card);
    }

    private static InputStream resource() {
        return Objects.requireNonNull(CardSchema.class.getResourceAsStream("adaptive-card-1.3.json"));
    }
}
