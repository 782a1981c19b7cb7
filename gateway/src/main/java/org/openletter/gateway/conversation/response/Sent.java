package org.openletter.gateway.conversation.response;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.thread.Comment;
import org.openletter.gateway.conversation.thread.Conversation;
import org.openletter.gateway.conversation.thread.Subject;

/// A response that was just sent, as comments-service answers it.
///
/// @param thread what stands around it; null where an older comments-service does not say
record Sent(@JsonUnwrapped Comment comment, @Nullable Around thread) {

  /// The thread that it is in now.
  ///
  /// @param writer the name of the writer of the letter
  /// @param rules the letter's own house rules
  /// @param count how many responses are public
  record Around(String title, String slug, String writer, List<String> rules, long count) {

    /// The letter that was responded to.
    Subject letter(String id) {
      return new Subject(id, slug, title, null, new Subject.Writer(writer));
    }

    /// "24 responses" in words. Whoever sees her own, which waits, is not told that there is none.
    String counted() {
      return count == 0 ? "No public responses yet" : Conversation.counted(count);
    }
  }
}
