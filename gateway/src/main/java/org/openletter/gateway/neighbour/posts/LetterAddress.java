package org.openletter.gateway.neighbour.posts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Addresses below a letter.
public final class LetterAddress {

  /// Last parts of an address below a letter that mean something else than its name.
  private static final Set<String> TAKEN = Set.of("comments", "respond", "draft-comment");

  private LetterAddress() {}

  /// The address of a letter. A letter called "Respond" still has one of its own.
  public static String of(String id, String slug) {
    String name = slug.isBlank() ? "letter" : slug;
    return "/letters/" + id + "/" + (TAKEN.contains(name) ? name + "-letter" : name);
  }

  /// A value as a part of a query, for cursors, whose characters are their makers' business.
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// The address of one response in its place.
  public static String ofComment(String letterId, String commentId) {
    return "/letters/" + letterId + "/comments/" + commentId;
  }
}
