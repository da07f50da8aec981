package io.visitbot.platform;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A secret that can be replaced while the program runs, so it is asked for at each call and never kept. Shows as
 * {@code ****} wherever it is written out.
 */
public final class Token {

    private static final Secret NONE = new Secret("");

    private final String setting;
    private final @Nullable Token otherwise;
    private volatile @Nullable Secret own;

    /** One that stands for itself. */
    public Token(String setting, @Nullable Secret own) {
        this(setting, own, null);
    }

    Token(String setting, @Nullable Secret own, @Nullable Token otherwise) {
        this.setting = setting;
        this.own = own;
        this.otherwise = otherwise;
    }

    /** The name of the setting that it is from just now. */
    public String setting() {
        return own == null && otherwise != null ? otherwise.setting() : setting;
    }

    /** What to use for the next call; empty where nothing is given. */
    public Secret secret() {
        Secret given = own;
        return given != null ? given : otherwise == null ? NONE : otherwise.secret();
    }

    public boolean isGiven() {
        return !secret().value().isEmpty();
    }

    /** Takes over what was given to the other one; true where that is something else. */
    public boolean become(Token fresh) {
        boolean differs = !Objects.equals(own, fresh.own);
        own = fresh.own;
        return differs;
    }

    @Override
    public String toString() {
        return NONE.toString();
    }
}
