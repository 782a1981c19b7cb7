package org.openletter.posts.comment;

import org.springframework.stereotype.Component;

/// Hands a batch of imported responses to comments-service.
@Component
public class ImportComments {

  /// Under which name it waits for comments-service, with the news of letters.
  public static final String RECEIVER = "comments-service";

  private final CommentsClient comments;

  ImportComments(CommentsClient comments) {
    this.comments = comments;
  }

  /// Returns when comments-service has stored them.
  public void bringIn(String letterId, ImportedComments batch) {
    comments.imports(letterId, batch);
  }
}
