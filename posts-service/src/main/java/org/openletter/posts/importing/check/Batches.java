package org.openletter.posts.importing.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.openletter.posts.comment.ImportedComments.ImportedComment;
import org.openletter.posts.importing.screening.Screening;
import org.openletter.posts.importing.screening.Verdict;
import org.openletter.posts.importing.wordpress.Export;

/// Divides responses into batches that fit into one document and one call.
final class Batches {

  private static final int MOST_COMMENTS = 200;

  /// A document may have 256 kB. A text counts twice, because the verdict may repeat it.
  private static final int MOST_BYTES = 100_000;

  private Batches() {}

  static List<Batch> of(List<Export.Comment> comments, Screening screening) {
    List<Batch> batches = new ArrayList<>();
    List<ImportedComment> batch = new ArrayList<>();
    int bytes = 0;
    for (Export.Comment comment : comments) {
      Verdict verdict = screening.verdicts().get(comment.source());
      int size =
          400
              + comment.text().getBytes(UTF_8).length
              + (verdict == null ? 0 : verdict.whole().toString().getBytes(UTF_8).length);
      if (batch.size() == MOST_COMMENTS || !batch.isEmpty() && bytes + size > MOST_BYTES) {
        batches.add(new Batch(batch));
        batch = new ArrayList<>();
        bytes = 0;
      }
      bytes += size;
      batch.add(
          new ImportedComment(
              comment.source(),
              comment.parent(),
              comment.name(),
              comment.text(),
              comment.at(),
              comment.approved(),
              verdict == null ? null : verdict.whole()));
    }
    if (!batch.isEmpty()) {
      batches.add(new Batch(batch));
    }
    return batches;
  }

  /// Some responses of one letter.
  record Batch(List<ImportedComment> comments) {

    /// How many will be shown with the letter.
    int live() {
      return (int)
          comments.stream()
              .filter(
                  c -> c.approved() && c.verdict() != null && new Verdict(c.verdict()).publishes())
              .count();
    }
  }
}
