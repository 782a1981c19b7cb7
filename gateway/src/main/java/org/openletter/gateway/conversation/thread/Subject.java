package org.openletter.gateway.conversation.thread;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.ResponsesClient;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.gateway.neighbour.posts.LetterAddress;

/// The letter that a conversation is about.
public record Subject(
    String id, String slug, String title, @Nullable String addressee, Writer author) {

  /// The writer of the letter, as texts name her.
  public record Writer(String name) {}

  public static Subject of(Letter letter) {
    return new Subject(
        letter.id(),
        letter.slug(),
        letter.title(),
        letter.addressee(),
        new Writer(letter.author().name()));
  }

  /// The letter that a response was just sent to.
  public static Subject of(String id, ResponsesClient.Sent.Around thread) {
    return new Subject(id, thread.slug(), thread.title(), null, new Writer(thread.writer()));
  }

  /// Where the letter stands.
  public String address() {
    return LetterAddress.of(id, slug);
  }

  /// The address of one response to it.
  public String addressOf(String commentId) {
    return LetterAddress.ofComment(id, commentId);
  }
}
