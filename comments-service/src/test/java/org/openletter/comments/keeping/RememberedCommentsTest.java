package org.openletter.comments.keeping;

class RememberedCommentsTest extends CommentsContract {

  @Override
  Comments empty() {
    return new RememberedComments();
  }
}
