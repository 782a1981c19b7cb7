package org.openletter.comments.posting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.openletter.comments.reading.CommentView;
import org.openletter.comments.storage.CommentLists;
import org.openletter.comments.thread.CommentThread;

/// A response that was just sent, and what stands around it: whoever shows it asks nobody again.
record Sent(@JsonUnwrapped CommentView comment, Around thread) {

  /// The thread that it is in now.
  ///
  /// @param writer how texts name the writer of the letter
  /// @param rules the letter's own house rules
  /// @param count how many responses are public
  record Around(String title, String slug, String writer, List<String> rules, long count) {}

  /// Up to so many are counted to the last one, as a thread of that size is read whole; the counter
  /// of a larger one follows within a second.
  private static final int COUNTED = 200;

  static Sent in(CommentThread thread, CommentView comment, CommentLists lists) {
    var letter = thread.letter();
    int counted = lists.published(letter.id(), COUNTED + 1);
    long count = counted > COUNTED ? thread.responses() : counted;
    return new Sent(
        comment,
        new Around(
            letter.title(), letter.slug(), letter.creatorName(), thread.settings().rules(), count));
  }
}
