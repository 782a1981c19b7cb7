package org.openletter.gateway.admin;

import java.util.ArrayDeque;

/// How long the last answers of one service took.
final class Latency {

  /// Five minutes of asking.
  private static final int REMEMBERED = 20;

  private final ArrayDeque<Long> millis = new ArrayDeque<>();

  synchronized void add(long took) {
    millis.addLast(took);
    if (millis.size() > REMEMBERED) {
      millis.removeFirst();
    }
  }

  /// The median in milliseconds, 0 without an answer.
  synchronized long median() {
    return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0L);
  }
}
