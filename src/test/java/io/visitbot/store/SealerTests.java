package io.visitbot.store;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealerTests {

    private static final String PLAIN = "{\"phone\":\"+12025550142\"}";

    private final Sealer sealer = Sealer.with(List.of(TestStore.KEY));

    @Test
    void givesBackWhatItSealedAndNeverTheSameTwice() {
        String sealed = sealer.seal(PLAIN);

        assertThat(sealed).startsWith(sealer.mark()).doesNotContain("2025550142").isNotEqualTo(sealer.seal(PLAIN));
        assertThat(sealer.open(sealed)).isEqualTo(PLAIN);
        assertThat(sealer.isCurrent(sealed)).isTrue();
    }

    @Test
    void refusesWhatSomebodyChanged() {
        String sealed = sealer.seal(PLAIN);
        int middle = sealed.lastIndexOf('.') - 4;
        String changed = sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A')
                + sealed.substring(middle + 1);

        assertThatExceptionOfType(Sealer.SealedException.class).isThrownBy(() -> sealer.open(changed));
        assertThatExceptionOfType(Sealer.SealedException.class).isThrownBy(() -> sealer.open("eyJ.damaged"));
    }

    @Test
    void refusesKeyThatIsNotListedAndSaysSo() {
        String sealed = Sealer.with(List.of(TestStore.OTHER_KEY)).seal(PLAIN);

        assertThatExceptionOfType(Sealer.SealedException.class).isThrownBy(() -> sealer.open(sealed))
                .withMessageContaining("not listed in VISIT_ENCRYPTION_KEY");
    }

    @Test
    void opensWithAnyListedKeyAndSealsWithTheFirst() {
        Sealer both = Sealer.with(List.of(TestStore.OTHER_KEY, TestStore.KEY));

        assertThat(both.open(sealer.seal(PLAIN))).isEqualTo(PLAIN);
        assertThat(both.isCurrent(sealer.seal(PLAIN))).isFalse();
        assertThat(Sealer.with(List.of(TestStore.OTHER_KEY)).open(both.seal(PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void sealsNothingWhenOffAndStillOpens() {
        Sealer off = Sealer.off(List.of(TestStore.KEY));

        assertThat(off.seal(PLAIN)).isEqualTo(PLAIN).startsWith(off.mark());
        assertThat(off.open(sealer.seal(PLAIN))).isEqualTo(PLAIN);
        assertThat(off.isCurrent(sealer.seal(PLAIN))).isFalse();
        assertThat(off.isCurrent(PLAIN)).isTrue();
    }
}
