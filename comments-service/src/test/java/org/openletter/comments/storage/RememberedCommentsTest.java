package org.openletter.comments.storage;

class RememberedCommentsTest extends CommentsContract {

  @Override
  Comments empty() {
    return new RememberedComments();
  }
}
