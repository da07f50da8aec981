package io.visitbot.cards;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;

/** What somebody entered into the visit's form, after every part was looked at. */
public sealed interface FormInputs {

    /** All of it can be used. */
    record Valid(String label, Optional<PhoneNumber> phone, String language, List<String> emails,
            Optional<String> device, Optional<Duration> duration, boolean send) implements FormInputs {
    }

    /** Some of it can't: as typed, and a sentence for each field that is wrong, in the form's order. */
    record Invalid(FormValues values, Map<String, String> errors) implements FormInputs {
    }

    /** Looks at each field; what is absent was not given. */
    static FormInputs read(Map<String, String> inputs, PhoneNumbers numbers, FormLimits limits) {
        FormValues typed = FormValues.of(inputs);
        Field<String> label = Fields.label(typed.label(), numbers);
        Field<Optional<PhoneNumber>> phone = Fields.phone(typed.phone(), numbers);
        Field<String> language = Fields.language(typed.language(), limits.languages());
        Field<List<String>> people = Fields.people(typed.people());
        Field<Optional<String>> device = Fields.device(typed.device());
        Field<Optional<Duration>> duration = Fields.duration(typed.duration(), limits);
        Map<String, String> errors = new LinkedHashMap<>();
        note(errors, "label", label);
        note(errors, "phone", phone);
        note(errors, "language", language);
        note(errors, "people", people);
        note(errors, "device", device);
        note(errors, "duration", duration);
        return errors.isEmpty()
                ? new Valid(label.found().orElseThrow(), phone.found().orElseThrow(), language.found().orElseThrow(),
                        people.found().orElseThrow(), device.found().orElseThrow(), duration.found().orElseThrow(),
                        typed.sends())
                : new Invalid(typed, errors);
    }

    private static void note(Map<String, String> errors, String id, Field<?> field) {
        field.problem().ifPresent(sentence -> errors.put(id, sentence));
    }
}
