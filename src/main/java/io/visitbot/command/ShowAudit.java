package io.visitbot.command;

import java.time.DateTimeException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import reactor.core.publisher.Mono;

import io.visitbot.audit.Auditing;
import io.visitbot.audit.Auditing.Exported;
import io.visitbot.audit.Export;
import io.visitbot.audit.Format;
import io.visitbot.audit.Head;
import io.visitbot.audit.Selection;
import io.visitbot.bot.Chat;
import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.visit.Act.Kind;
import io.visitbot.webex.NewFile;

/** Gives an auditor the record of who did what, as a file, and 1:1 only. */
final class ShowAudit implements CommandHandler {

    private static final String HOW = "Say `audit`, `audit json`, `audit V-7F3K`, `audit since 2026-01-31` or `audit verify`.";

    private final Auditing auditing;
    private final Ledger ledger;
    private final Chat chat;

    ShowAudit(Auditing auditing, Ledger ledger, Chat chat) {
        this.auditing = auditing;
        this.ledger = ledger;
        this.chat = chat;
    }

    @Override
    public Usage usage() {
        return new Usage("audit", "[verify] [json] [<short id>] [since <date>]",
                "for auditors, 1:1: who did what to which visit, as a file");
    }

    @Override
    public Mono<String> handle(Request request) {
        if (!request.spot().direct()) {
            return Mono.error(new Refusal("That is not for a group space. Please ask me 1:1."));
        }
        if (!auditing.isAuditor(request.speaker().email())) {
            return ledger.note(Kind.AUDIT_REFUSED, request, "").then(Mono.error(new Refusal(
                    "That is for auditors, and you are not among them. If you should be, please ask your IT.")));
        }
        Wish wish = Wish.of(request.line().rest());
        return wish.verify() ? verify(request) : export(request, wish);
    }

    private Mono<String> verify(Request request) {
        return ledger.note(Kind.AUDIT_VERIFIED, request, "").then(auditing.verify())
                .map(finding -> finding.sentence());
    }

    private Mono<String> export(Request request, Wish wish) {
        return ledger.note(Kind.AUDIT_EXPORTED, request, wish.words())
                .then(auditing.export(wish.selection(), wish.format()))
                .flatMap(exported -> chat.send(request.spot(), words(exported), file(wish, exported)))
                .onErrorMap(Export.TooManyException.class, _ -> tooMany()).then(Mono.empty());
    }

    private static String words(Exported exported) {
        return Head.entries(exported.written().entries()) + " of the audit. The whole record has "
                + exported.written().head().words() + ". Keep this message: it shows later whether something was "
                + "cut off or written anew.";
    }

    private static NewFile file(Wish wish, Exported exported) {
        String name = "visit-audit-" + exported.written().head().last() + "." + wish.format().word();
        return new NewFile(name, wish.format().type(), exported.content());
    }

    private static Refusal tooMany() {
        return new Refusal(String.format(Locale.ROOT,
                "That is more than %,d entries, too many for a file here. Ask for less, such as "
                        + "`audit since 2026-01-31` or `audit V-7F3K`, or let your IT run `java -jar visit.jar audit export`.",
                Auditing.MOST));
    }

    /** What somebody wants to see. */
    record Wish(boolean verify, Format format, Selection selection, String words) {

        static Wish of(List<String> words) {
            boolean verify = false;
            Format format = Format.CSV;
            Selection selection = Selection.ALL;
            for (Iterator<String> rest = words.iterator(); rest.hasNext();) {
                String word = rest.next();
                if (word.equalsIgnoreCase("verify")) {
                    verify = true;
                } else if (Format.named(word).isPresent()) {
                    format = Format.named(word).get();
                } else if (word.equalsIgnoreCase("since") && rest.hasNext()) {
                    selection = since(selection, rest.next());
                } else if (word.toUpperCase(Locale.ROOT).matches("V-[A-Z0-9]{4,12}")) {
                    selection = selection.about(word);
                } else {
                    throw new Refusal("I don't understand that. " + HOW);
                }
            }
            return new Wish(verify, format, selection, String.join(" ", words).toLowerCase(Locale.ROOT));
        }

        private static Selection since(Selection selection, String day) {
            try {
                return selection.since(day);
            } catch (DateTimeException unreadable) {
                throw new Refusal("I can't read that date. Write it as in `audit since 2026-01-31`.");
            }
        }
    }
}
