package io.visitbot;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherTests {

    @Test
    void runsOnJava17ThatCanOnlySayWhatItLacks() throws IOException {
        assertThat(classFileVersion("Launcher")).isEqualTo(61);
    }

    @Test
    void startsWhatNeedsJava25() throws IOException {
        assertThat(classFileVersion("VisitApplication")).isEqualTo(69);
    }

    private static int classFileVersion(String name) throws IOException {
        try (InputStream file = Launcher.class.getResourceAsStream(name + ".class");
                DataInputStream data = new DataInputStream(file)) {
            data.skipNBytes(6);
            return data.readUnsignedShort();
        }
    }
}
