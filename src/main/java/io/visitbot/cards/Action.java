package io.visitbot.cards;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A card's button. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Action {

    /** What the button says. */
    String title();

    /** Sends what was entered, together with {@code data}. */
    @JsonTypeName("Action.Submit")
    record Submit(String title, Map<String, String> data) implements Action {
    }

    /** Opens an address; {@code sip:} ones start a call. */
    @JsonTypeName("Action.OpenUrl")
    record OpenUrl(String title, String url) implements Action {
    }
}
