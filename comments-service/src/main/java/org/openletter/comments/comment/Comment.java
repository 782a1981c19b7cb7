package org.openletter.comments.comment;

/// One comment.
///
/// @param version counts its changes; a write names the version it saw
/// @param replies how many comments below it are shown; follows a change within a second, counted
///   up to 2,000
public record Comment(Origin origin, Standing standing, long version, long replies) {

  /// A comment that was not stored yet.
  public static Comment arrived(Origin origin, Standing standing) {
    return new Comment(origin, standing, 0, 0);
  }

  public String id() {
    return origin.id();
  }

  public String letterId() {
    return origin.letterId();
  }

  public CommentAddress address() {
    return new CommentAddress(origin.letterId(), origin.id());
  }

  public CommentState state() {
    return standing.state();
  }

  /// The same comment standing otherwise.
  public Comment now(Standing other) {
    return new Comment(origin, other, version, replies);
  }
}
