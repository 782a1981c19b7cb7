package org.openletter.gateway.desk.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.CommentInPlace;
import org.openletter.gateway.neighbour.comments.QueueClient;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.stereotype.Component;

/// A creator looks at what waits for her, or at one response on a letter of hers.
@Component
class OpenQueue {

  private static final QueueClient.Queue NOTHING = new QueueClient.Queue(0, 0, List.of(), null);

  private final QueueClient queue;
  private final ThreadsClient threads;

  OpenQueue(QueueClient queue, ThreadsClient threads) {
    this.queue = queue;
    this.threads = threads;
  }

  /// The list with its first response opened.
  QueuePage open(QueuePlace place) {
    var listed = list(place);
    return page(place, listed, items(listed).stream().findFirst().orElse(null), false, true);
  }

  /// The list with this response opened; when it is not there any more, with the first one.
  QueuePage open(QueuePlace place, String letterId, String commentId) {
    var listed = list(place);
    var asked =
        in(listed, commentId)
            .or(() -> published(letterId, commentId))
            .or(() -> in(list(new QueuePlace(letterId, null)), commentId));
    return page(
        place,
        listed,
        asked.or(() -> items(listed).stream().findFirst()).orElse(null),
        asked.isEmpty(),
        true);
  }

  /// The same after an act that did not work. When the list cannot be had either, a page without
  /// it, which can still keep what was typed.
  QueuePage openAgain(QueuePlace place, String letterId, String commentId) {
    return orWithout(place, () -> open(place, letterId, commentId));
  }

  /// The list after an act that did not work, or a page without it.
  QueuePage openAgain(QueuePlace place) {
    return orWithout(place, () -> open(place));
  }

  private static QueuePage orWithout(QueuePlace place, Supplier<QueuePage> opened) {
    try {
      return opened.get();
    } catch (NoAnswer noAnswer) {
      return page(place, NOTHING, null, false, false);
    }
  }

  private QueueClient.Queue list(QueuePlace place) {
    return queue.queue(place.letter(), place.after()).orElse(NOTHING);
  }

  private static List<Item> items(QueueClient.Queue listed) {
    return listed.items().stream().map(Item::new).toList();
  }

  private static Optional<Item> in(QueueClient.Queue listed, String commentId) {
    return items(listed).stream().filter(item -> item.comment().id().equals(commentId)).findFirst();
  }

  /// A public response on a letter of hers, which she may still remove.
  private Optional<Item> published(String letterId, String commentId) {
    return threads
        .comment(letterId, commentId)
        .map(CommentInPlace::comment)
        .filter(comment -> comment.canRemove() && comment.state().equals("published"))
        .map(Item::published);
  }

  private static QueuePage page(
      QueuePlace place,
      QueueClient.Queue listed,
      @Nullable Item chosen,
      boolean absent,
      boolean reachable) {
    return new QueuePage(
        place,
        listed.waiting(),
        listed.inAll() == null ? listed.waiting() : listed.inAll(),
        items(listed),
        listed.next(),
        chosen,
        absent,
        reachable,
        QueuePage.Typed.NOTHING,
        null,
        null);
  }
}
