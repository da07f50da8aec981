package io.visitbot.cards;

/** One thing to choose: what is shown, and what is sent. */
public record Choice(String title, String value) {
}
