package org.openletter.posts.publication;

/// How long reading takes.
public final class ReadingTime {

  /// Words in a minute: the mean of 190 studies of silent reading of English non-fiction (Brysbaert
  /// 2019, doi 10.1016/j.jml.2019.104047).
  private static final int PACE = 238;

  private ReadingTime() {}

  /// Minutes for so many words, rounded, at least 1.
  public static int minutes(int words) {
    return Math.max(1, Math.round((float) words / PACE));
  }
}
