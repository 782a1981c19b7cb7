package org.openletter.gateway.neighbour.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.SafeHtml;

/// A published letter as everybody may read it, whole or as a list shows it.
///
/// @param addressee empty for a letter to everybody
/// @param byline the names it is signed with, or null when the writer's name stands alone
/// @param html its words; null in a list
/// @param excerpt its first words, without markup; null where it is told whole
/// @param minutes how long it takes to read
/// @param changedAt when its text was last changed after it had become public, or null
/// @param language as a language tag; empty or null when it is not known
/// @param mine whether the viewer wrote it; null in a list
public record Letter(
    String id,
    String slug,
    String title,
    @Nullable String addressee,
    @Nullable String byline,
    @Nullable String disclaimer,
    @Nullable List<String> topics,
    Writer author,
    @Nullable SafeHtml html,
    @Nullable String excerpt,
    int minutes,
    Instant publishedAt,
    @Nullable Instant changedAt,
    @Nullable String language,
    @Nullable Boolean mine) {

  /// The account that published it.
  public record Writer(String handle, String name) {}

  /// The same as somebody sees it who did not write it.
  public Letter forStrangers() {
    return isMine()
        ? new Letter(
            id,
            slug,
            title,
            addressee,
            byline,
            disclaimer,
            topics,
            author,
            html,
            excerpt,
            minutes,
            publishedAt,
            changedAt,
            language,
            false)
        : this;
  }

  /// Whether the viewer wrote it.
  public boolean isMine() {
    return Boolean.TRUE.equals(mine);
  }

  /// Where it stands.
  public String address() {
    return LetterAddress.of(id, slug);
  }

  /// The address of one response to it.
  public String addressOf(String commentId) {
    return LetterAddress.ofComment(id, commentId);
  }

  /// "the Harbour City Transport Board", or "everybody".
  public String to() {
    return addressee == null || addressee.isBlank() ? "everybody" : addressee;
  }

  /// The names below it.
  public String from() {
    return byline == null || byline.isBlank() ? author.name() : byline;
  }

  /// Its language as a page says it; empty when it is not known.
  public String tongue() {
    return language == null ? "" : language;
  }

  /// Whether the name below it is not that of the account it belongs to. Then that account's page
  /// and face are not shown as those of whoever wrote it.
  public boolean signedByAnother() {
    return !from().strip().equalsIgnoreCase(author.name().strip());
  }

  /// What it is about, in its writer's words.
  public List<String> about() {
    return topics == null ? List.of() : topics;
  }

  /// When readers last saw something new of it.
  public Instant newsAt() {
    return changedAt == null ? publishedAt : changedAt;
  }
}
