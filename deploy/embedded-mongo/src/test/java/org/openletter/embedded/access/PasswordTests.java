package org.openletter.embedded.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.embedded.disk.WholeFile;
import org.openletter.embedded.refusal.CannotOpen;

class PasswordTests {

  @TempDir Path folder;

  @Test
  void aNewPasswordIsOnTheDiskBeforeItHasItsNameAndItsNameAfterThat() {
    List<String> forced = new ArrayList<>();
    Password.in(
        folder,
        new WholeFile() {
          @Override
          protected void force(FileChannel channel, Path path) throws IOException {
            boolean named = Files.exists(folder.resolve(Password.FILE));
            forced.add(
                Files.isDirectory(path)
                    ? "folder, named " + named
                    : channel.size() + " bytes, named " + named);
          }
        });
    assertThat(forced).containsExactly("44 bytes, named false", "folder, named true");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void whatAPowerCutLeftIsMadeAnew() throws IOException {
    Files.writeString(folder.resolve(Password.FILE + ".new"), "");
    String made = Password.in(folder).text();
    assertThat(made).hasSize(43);
    assertThat(Password.in(folder).text()).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "short", "fifteen-letters"})
  void anEmptyOrShortPasswordIsRefusedInOneSentence(String text) throws IOException {
    Files.writeString(folder.resolve(Password.FILE), text);
    assertThatThrownBy(() -> Password.in(folder))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining(folder.resolve(Password.FILE).toString())
        .hasMessageContaining("remove the file to have a new one made")
        .message()
        .doesNotContain(". ");
  }
}
