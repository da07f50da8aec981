package io.visitbot.webex;

/**
 * A text file to post with a message.
 *
 * @param name with its ending
 * @param type its media type, such as {@code text/csv}
 */
public record NewFile(String name, String type, String content) {

    @Override
    public String toString() {
        return "NewFile[" + name + "]";
    }
}
