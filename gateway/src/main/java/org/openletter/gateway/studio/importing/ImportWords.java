package org.openletter.gateway.studio.importing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ClusterWords;
import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.neighbour.posts.Import;

/// Words for what a file holds.
public final class ImportWords {

  private ImportWords() {}

  public static String fileName(Import file) {
    String name = file.file();
    return name == null || name.isBlank() ? "The file" : name;
  }

  /// The size as people say it.
  public static String size(Import file) {
    if (file.bytes() < 1_000_000) {
      return Math.max(1, Math.round(file.bytes() / 1000.0)) + " kB";
    }
    return String.format(Locale.ROOT, "%.1f MB", file.bytes() / 1_000_000.0);
  }

  /// What the file holds: "1 letter and 24 responses".
  public static String contents(Import file) {
    return count(file.total(), "letter") + " and " + count(file.responses(), "response");
  }

  /// What of it is here: "1 letter and 24 responses".
  public static String contentsHere(Import file) {
    return count(file.here().size(), "letter")
        + " and "
        + count(file.here().stream().mapToInt(Import.Letter::responses).sum(), "response");
  }

  /// What a letter was on its old site, for a chip; empty for what everybody could read.
  public static String before(Import.Letter letter) {
    String was = letter.was();
    return switch (was == null ? "public" : was) {
      case "draft" -> "was a draft there";
      case "pending" -> "waited for approval there";
      case "planned" -> "was planned for a later day";
      case "private" -> "was private there";
      case "protected" -> "had a password there";
      default -> "";
    };
  }

  /// What the responses of a cluster are.
  public static String name(Import.Cluster cluster) {
    Import.Said kind = cluster.kind();
    return kind == null
        ? ClusterWords.name("alike", null)
        : ClusterWords.name(kind.code(), kind.parameters());
  }

  /// What shows that they belong together, or null.
  public static @Nullable String bond(Import.Cluster cluster) {
    Import.Said bond = cluster.bond();
    return bond == null ? null : ClusterWords.bond(bond.code(), bond.parameters());
  }

  public static String label(Import.Said reason) {
    return ReasonWords.label(reason.code(), reason.parameters());
  }

  /// The kind of chip that a reason is shown in.
  public static String kind(Import.Said reason) {
    return switch (reason.code()) {
      case "personal-data", "off-topic", "harassment" -> "wait";
      default -> "bad";
    };
  }

  /// "1 letter", "2 letters".
  public static String count(int number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
