package io.visitbot.end2end;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.visitbot.end2end.CrashPeople.Asked;
import io.visitbot.end2end.CrashPoint.Errand;

/** What became of all that was asked, by what the outside sees: the messages in the spaces and the texts on the phones. */
final class CrashAccount {

    private static final String CANCELLED = "is cancelled";

    private final List<String> problems = new ArrayList<>();
    private final List<JsonNode> replies;
    private final Map<String, List<JsonNode>> texts;

    private CrashAccount(JsonNode state) {
        this.replies = state.path("messages").valueStream().filter(message -> message.path("isBot").asBoolean())
                .toList();
        this.texts = state.path("phones").valueStream()
                .collect(Collectors.toMap(phone -> Outside.text(phone, "number"), CrashAccount::sent));
    }

    /** @param asked what got a 2xx */
    static CrashAccount of(List<Asked> asked, JsonNode state) {
        CrashAccount account = new CrashAccount(state);
        asked.forEach(account::settle);
        account.equalReplies();
        account.textsSentTwice();
        return account;
    }

    /** A sentence for each thing that must not be. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    int replies() {
        return replies.size();
    }

    int repeats() {
        return (int) replies.stream().filter(Outside::mayRepeat).count();
    }

    private void equalReplies() {
        List<List<JsonNode>> equal = List.copyOf(replies.stream().collect(Collectors.groupingBy(reply -> Outside
                .text(reply, "spaceId") + Outside.text(reply, "parentId") + Outside.words(reply))).values());
        equal.stream().filter(same -> same.stream().filter(reply -> !Outside.mayRepeat(reply)).count() > 1)
                .forEach(same -> problems.add("stands twice without a word about it: " + brief(same.getFirst())));
    }

    int texts() {
        return texts.values().stream().mapToInt(List::size).sum();
    }

    int unknown() {
        return (int) replies.stream().map(Outside::words)
                .filter(words -> words.contains("Text message to") && words.contains("unknown whether it was sent"))
                .distinct().count();
    }

    int duplicateTexts() {
        return texts.values().stream().mapToInt(sent -> extra(sent, true) + extra(sent, false)).sum();
    }

    private static List<JsonNode> sent(JsonNode phone) {
        return phone.path("messages").valueStream()
                .filter(message -> Outside.text(message, "direction").startsWith("out")).toList();
    }

    private void settle(Asked one) {
        switch (one.errand()) {
            case HELP, STATUS, CANCEL -> answered(one);
            case NEW -> some(one, reply -> Outside.isForm(reply) || isResult(reply), "neither form nor result");
            case SUBMIT_WRONG -> some(one, reply -> Outside.isForm(reply) || isResult(reply), "no corrected form");
            case NEW_WITH_PHONE, SUBMIT -> started(one);
            case ANY -> throw new IllegalStateException("nobody asks for anything");
        }
    }

    private void answered(Asked one) {
        some(one, _ -> true, "no reply");
        if (in(one.thread()).filter(reply -> !Outside.mayRepeat(reply)).count() > 1) {
            problems.add("two replies without a word about it to " + one);
        }
    }

    private void started(Asked one) {
        some(one, CrashAccount::isResult, "no result");
        if (in(one.thread()).filter(CrashAccount::isResult).map(CrashAccount::visit).distinct().count() > 1) {
            problems.add("two visits of " + one);
        }
        if (in(one.thread()).filter(CrashAccount::isResult).filter(reply -> !Outside.mayRepeat(reply)).count() > 1) {
            problems.add("two results without a word about it of " + one);
        }
        texted(one);
    }

    /** What was sent is shown as sent; what was not is shown as unknown or not sent. */
    private void texted(Asked one) {
        List<String> lines = in(one.thread()).map(Outside::words).filter(words -> words.contains("Text message to"))
                .filter(words -> !words.contains("that the visit is off") && !words.startsWith("Visit ready")).toList();
        boolean sent = texts.getOrDefault(one.phone(), List.of()).stream().anyMatch(text -> !isCancellation(text));
        boolean shown = lines.stream().anyMatch(line -> line.contains("accepted, on its way")
                || line.contains("sent to the carrier") || line.contains("delivered"));
        boolean told = lines.stream().anyMatch(line -> line.contains("unknown whether it was sent")
                || line.contains("not sent") || line.contains("not delivered"));
        if (sent ? !shown : !told) {
            problems.add(
                    (sent ? "a text was sent" : "no text was sent") + ", and its thread says " + lines + ": " + one);
        }
    }

    private void textsSentTwice() {
        texts.forEach((number, sent) -> {
            if (extra(sent, true) + extra(sent, false) > 0) {
                problems.add("sent twice: " + sent.stream().map(text -> Outside.text(text, "body")).toList());
            }
        });
    }

    private static int extra(List<JsonNode> sent, boolean cancellation) {
        int count = (int) sent.stream().filter(text -> isCancellation(text) == cancellation).count();
        return Math.max(0, count - 1);
    }

    private static boolean isCancellation(JsonNode text) {
        return Outside.text(text, "body").contains(CANCELLED);
    }

    private void some(Asked one, Predicate<JsonNode> wanted, String otherwise) {
        if (in(one.thread()).noneMatch(wanted)) {
            problems.add(otherwise + " to " + one + ", but " + in(one.thread()).map(CrashAccount::brief).toList());
        }
    }

    private java.util.stream.Stream<JsonNode> in(String thread) {
        return replies.stream().filter(reply -> thread.equals(Outside.text(reply, "parentId")));
    }

    private static boolean isResult(JsonNode reply) {
        return Outside.words(reply).startsWith("Visit ready:");
    }

    private static String visit(JsonNode result) {
        return CrashPeople.VISIT_ID.matcher(Outside.words(result)).results().map(MatchResult::group).findFirst()
                .orElse("");
    }

    private static String brief(JsonNode reply) {
        String text = Outside.text(reply, "text");
        return text.substring(0, Math.min(80, text.length())).replace('\n', ' ');
    }
}
