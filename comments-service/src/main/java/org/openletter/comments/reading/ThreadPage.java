package org.openletter.comments.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Mode;
import org.openletter.platform.caller.Caller;

/// One page of a thread.
///
/// @param count how many responses are public
/// @param waiting how many wait for the viewer because the letter is hers; null when it is not
/// @param next where the following page begins; null on the last one
record ThreadPage(
    String letterId,
    long count,
    Order order,
    Mode mode,
    @Nullable Instant closesAt,
    List<String> rules,
    CanRespond canRespond,
    @Nullable Integer waiting,
    List<CommentView> comments,
    @Nullable String next) {

  /// By the time of the responses to the letter; replies are always oldest first.
  enum Order {
    NEWEST,
    OLDEST;

    static Optional<Order> of(String word) {
      return switch (word) {
        case "newest" -> Optional.of(NEWEST);
        case "oldest" -> Optional.of(OLDEST);
        default -> Optional.empty();
      };
    }

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether the viewer may respond.
  ///
  /// @param why she may not, one word; null when she may
  record CanRespond(boolean allowed, @Nullable String why) {

    static CanRespond of(CommentThread thread, Optional<Caller> caller, Clock clock) {
      if (thread.settings().mode() == Mode.CLOSED) {
        return new CanRespond(false, "closed-by-writer");
      }
      if (thread.closed(clock.instant())) {
        return new CanRespond(false, "closed");
      }
      if (caller.isEmpty()) {
        return new CanRespond(false, "sign-in");
      }
      return caller.get().is("member")
          ? new CanRespond(true, null)
          : new CanRespond(false, "account-waits");
    }
  }
}
