package io.visitbot.store;

import java.util.List;

import io.visitbot.platform.PhoneNumber;

/** What keeps links and numbers from being read on disk: bodies are sealed, numbers to be looked for are hashed. */
record Vault(Sealer sealer, NumberHash numbers) {

    /** How an object is to stand in a column {@code body}. */
    String write(Object body) {
        return sealer.seal(Json.write(body));
    }

    <T> T read(String stored, Class<T> type) {
        return Json.read(sealer.open(stored), type);
    }

    String hash(PhoneNumber number) {
        return numbers.of(number);
    }

    /** What may stand for a number: its hash, or the number itself where an older version wrote it. */
    List<String> formsOf(PhoneNumber number) {
        return List.of(numbers.of(number), number.e164());
    }
}
