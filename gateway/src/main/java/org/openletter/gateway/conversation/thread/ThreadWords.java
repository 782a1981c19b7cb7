package org.openletter.gateway.conversation.thread;

import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.gateway.neighbour.comments.Conversation;

/// Words for what a conversation holds.
public final class ThreadWords {

  private ThreadWords() {}

  /// "24 responses". Who sees something that is not public yet, such as her own response that
  /// waits, is not told that there is nothing.
  public static String counted(Conversation conversation) {
    return counted(conversation.count(), !conversation.comments().isEmpty());
  }

  /// So many public responses.
  ///
  /// @param somethingElse whether the viewer sees one beside those
  public static String counted(long count, boolean somethingElse) {
    if (count == 0) {
      return somethingElse ? "No public responses yet" : "No responses yet";
    }
    return count == 1 ? "1 response" : "%,d responses".formatted(count);
  }

  /// What stands where a response was, without the full stop.
  public static String gone(Comment.Tombstone tombstone) {
    String label = tombstone.reason() == null ? null : ReasonWords.removal(tombstone.reason());
    String because = label == null ? "" : ": " + label;
    return switch (tombstone.by()) {
      case "author" -> "This response was withdrawn by its writer";
      case "writer-of-letter" -> "This response was removed by the writer of this letter" + because;
      default -> "This response was removed by a moderator" + because;
    };
  }
}
