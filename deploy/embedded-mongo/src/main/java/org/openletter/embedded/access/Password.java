package org.openletter.embedded.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.openletter.embedded.disk.WholeFile;
import org.openletter.embedded.refusal.CannotOpen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The password of the server: made at the first start, kept in the data folder in a file that only
/// its owner reads. Whoever can read the file could read the data beside it too.
public final class Password {

  /// The only user; there are no roles.
  public static final String USER = "openletter";

  /// Its file in the data folder.
  public static final String FILE = "password";

  private static final Logger LOG = LoggerFactory.getLogger(Password.class);
  private static final int RANDOM_BYTES = 32;

  /// What one types oneself should not be guessed either.
  private static final int SHORTEST = 16;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /// The password of a data folder, made when it has none yet. Somebody may write another into the
  /// file: from 16 visible ASCII characters, which mean the same to every driver.
  public static Password in(Path folder) {
    return in(folder, new WholeFile());
  }

  static Password in(Path folder, WholeFile disk) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file, disk);
      }
      keepPrivate(file);
      String text = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (text.length() < SHORTEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new CannotOpen(
            "The password in "
                + file
                + " cannot be used, "
                + (text.isEmpty() ? "the file is empty" : "it is too short or not plain ASCII")
                + ": write one of at least "
                + SHORTEST
                + " letters, digits or signs without spaces into it, or remove the file to have a"
                + " new one made.");
      }
      return new Password(text);
    } catch (IOException e) {
      throw new CannotOpen("The password file " + file + " cannot be read or made: " + e, e);
    }
  }

  private static void create(Path file, WholeFile disk) throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    FileAttribute<?>[] onlyOwner =
        isPosix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    disk.write(file, (text + "\n").getBytes(StandardCharsets.US_ASCII), onlyOwner);
  }

  private static void keepPrivate(Path file) throws IOException {
    if (isPosix(file)
        && Files.isWritable(file)
        && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      LOG.warn("{} could be read by others; only its owner may now", file);
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }

  private static boolean isPosix(Path file) throws IOException {
    return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
  }

  /// The address of a server with this password, for any MongoDB driver.
  public String uri(int port) {
    return "mongodb://"
        + USER
        + ":"
        + URLEncoder.encode(text, StandardCharsets.UTF_8)
        + "@127.0.0.1:"
        + port
        + "/?authSource=admin&authMechanism="
        + Scram.MECHANISM;
  }

  String text() {
    return text;
  }

  /// Never the password itself.
  @Override
  public String toString() {
    return "Password";
  }
}
