package org.openletter.comments.comment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openletter.comments.letter.Letter;

/// Where a comment is found: its letter is part of it, because comments are spread by letter.
///
/// @param letterId 12 characters
/// @param id a UUIDv7 as text
public record CommentAddress(String letterId, String id) {

  private static final Pattern UUID7 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /// The address, empty when it cannot be one: then there is nothing at it.
  public static Optional<CommentAddress> of(String letterId, String id) {
    return Letter.isId(letterId) && isId(id)
        ? Optional.of(new CommentAddress(letterId, id))
        : Optional.empty();
  }

  /// The time in an id.
  public static Instant timeOf(String id) {
    return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
  }

  /// Whether this can be the id of a comment, and so a cursor, at all.
  public static boolean isId(String text) {
    return UUID7.matcher(text).matches();
  }
}
