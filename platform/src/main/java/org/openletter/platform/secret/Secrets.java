package org.openletter.platform.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads secrets from the files of one folder (`openletter.secrets`). `deploy/start` makes them,
/// readable by the owner alone; nothing has a default.
public final class Secrets {

  private final Path folder;

  /// Secrets of this folder.
  public Secrets(Path folder) {
    this.folder = folder;
  }

  /// The content of the file `name` without surrounding white space. Names are `<client>.secret`
  /// and `session.key`. Throws when the file is missing, empty or unreadable.
  public String read(String name) {
    Path file = folder.resolve(name);
    try {
      String secret = Files.readString(file).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (IOException cause) {
      throw new IllegalStateException(missing(file), cause);
    }
    throw new IllegalStateException(missing(file));
  }

  private static String missing(Path file) {
    return "The secret "
        + file
        + " is missing or empty: make the file, or let deploy/start make it, or point"
        + " openletter.secrets at the folder that has it.";
  }
}
