package io.visitbot.sandbox.twilio;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

    @ParameterizedTest
    @CsvSource({"+12349013030, 0/KCTR6DLpKmkAf8muzZqo1nDgQ=", "+14158675309, RSOYDt4T1cUTdK1PDd93/VVr8B8="})
    void signsAsTwilioDoes(String caller, String signature) {
        Map<String, String> form = Map.of("CallSid", "CA1234567890ABCDE", "Caller", caller, "Digits", "1234", "From",
                caller, "To", "+18005551212");
        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", new TreeMap<>(form)))
                .isEqualTo(signature);
    }
}
