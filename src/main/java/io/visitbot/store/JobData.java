package io.visitbot.store;

import java.nio.charset.StandardCharsets;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** What is kept beside a job: how often it was tried, in digits. */
final class JobData implements Serializer {

    static byte[] bytes(int attempt) {
        return Integer.toString(attempt).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data instanceof Integer attempt ? bytes(attempt) : null;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return data == null || type != Integer.class
                ? null
                : type.cast(Integer.valueOf(new String(data, StandardCharsets.US_ASCII)));
    }
}
