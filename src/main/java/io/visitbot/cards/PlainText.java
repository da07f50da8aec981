package io.visitbot.cards;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes what people typed harmless where Markdown and HTML are drawn. */
public final class PlainText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern MARKUP = Pattern
            .compile("://|[<>&\"`*~\\[\\]\\\\#|{}]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern BULLET = Pattern.compile("^[-+=.,:;!_ ]+");

    private PlainText() {
    }

    /** One line without control characters, markup or a list's bullet, blanks taken together. May become empty. */
    public static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String spaced = BLANK.matcher(composed).replaceAll(" ");
        String visible = INVISIBLE.matcher(spaced).replaceAll("");
        String plain = MARKUP.matcher(visible).replaceAll(" ");
        return BULLET.matcher(BLANK.matcher(plain).replaceAll(" ")).replaceAll("").strip();
    }

    /** The beginning, to quote in a sentence. */
    public static String quoted(String text, int length) {
        String plain = of(cut(text, length + 1));
        return plain.codePointCount(0, plain.length()) <= length ? plain : cut(plain, length) + "…";
    }

    /** At most so many characters, none of them halved. */
    static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
