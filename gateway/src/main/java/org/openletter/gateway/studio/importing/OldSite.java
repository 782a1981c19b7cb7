package org.openletter.gateway.studio.importing;

import org.jspecify.annotations.Nullable;

/// Words for what a letter was on the site that it was brought in from.
public final class OldSite {

  private OldSite() {}

  /// A few words for a chip beside its title; empty for what everybody could read there.
  ///
  /// @param was `draft`, `pending`, `planned`, `private` or `protected`; else everybody could read
  ///   it, or nobody knows
  public static String chip(@Nullable String was) {
    return words(was).isEmpty() ? "" : words(was) + " on the old site";
  }

  /// The same as a sentence.
  public static String sentence(@Nullable String was) {
    return switch (was == null ? "" : was) {
      case "draft" -> "It was a draft on the old site.";
      case "pending" -> "It waited for approval on the old site.";
      case "planned" -> "It was planned for a later day on the old site.";
      case "private" -> "It was private on the old site.";
      case "protected" -> "It had a password on the old site.";
      default -> "";
    };
  }

  private static String words(@Nullable String was) {
    return switch (was == null ? "" : was) {
      case "draft" -> "a draft";
      case "pending" -> "waited for approval";
      case "planned" -> "planned for a later day";
      case "private" -> "private";
      case "protected" -> "had a password";
      default -> "";
    };
  }
}
