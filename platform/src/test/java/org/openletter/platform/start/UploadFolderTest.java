package org.openletter.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

  @TempDir private Path folder;

  @Test
  void throwsAwayWhatAKilledProcessLeftAndNothingElse() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept"), "words");
    Path others = UploadFolder.open(folder, "posts-service-2").path();
    Files.writeString(others.resolve("upload"), "of another instance");
    Path own = UploadFolder.open(folder, "posts-service-1").path();
    Files.writeString(own.resolve("import-1.xml"), "addresses");
    Files.createDirectories(own.resolve("deep/deeper"));
    Files.writeString(own.resolve("deep/deeper/import-2.xml"), "addresses");
    Files.createSymbolicLink(own.resolve("link"), folder);

    UploadFolder again = UploadFolder.open(folder, "posts-service-1");

    assertThat(again.path()).isEqualTo(own).isEmptyDirectory();
    assertThat(others.resolve("upload")).exists();
    assertThat(kept).exists();
  }

  @Test
  void letsOnlyItsOwnerIn() throws IOException {
    Files.createDirectories(folder.resolve("gateway-1"));
    Files.setPosixFilePermissions(
        folder.resolve("gateway-1"), PosixFilePermissions.fromString("rwxr-xr-x"));

    Path own = UploadFolder.open(folder, "gateway-1").path();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");
  }
}
