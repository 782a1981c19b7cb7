package org.openletter.posts.letter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter in one of its states. Its text is in its versions; a letter points to them.
public sealed interface Letter {

  /// What a letter has in every state.
  Manuscript manuscript();

  /// The same letter with a newer text.
  Letter saved(Latest latest);

  /// Names it for ever.
  default LetterId id() {
    return manuscript().id();
  }

  /// The newest text, which only the owner sees.
  default Latest latest() {
    return manuscript().latest();
  }

  /// Whether this account wrote it.
  default boolean isOf(String accountId) {
    return manuscript().author().id().equals(accountId);
  }

  /// What the public can read of it or could once; null for a draft.
  default @Nullable Publication everPublic() {
    return switch (this) {
      case Draft _ -> null;
      case Published(_, Publication publication) -> publication;
      case Withdrawn(_, Publication publication, _) -> publication;
    };
  }

  /// What it was where it came from, in one word, when not everybody could read it there; null once
  /// it has been public here, and for what was begun here or was public there.
  default @Nullable String notPublicBefore() {
    return everPublic() == null
            && manuscript().origin() instanceof Origin.Imported(_, _, _, String was)
            && !was.equals(Origin.Imported.PUBLIC)
        ? was
        : null;
  }

  /// The readable part of its address: that of its public title, else of its newest one.
  default String slug() {
    Publication known = everPublic();
    return known == null ? Slug.of(latest().title()) : known.slug();
  }

  /// The state in one word.
  default String state() {
    return switch (this) {
      case Draft _ -> "draft";
      case Published _ -> "published";
      case Withdrawn _ -> "withdrawn";
    };
  }

  /// Was never public.
  record Draft(Manuscript manuscript) implements Letter {

    @Override
    public Draft saved(Latest latest) {
      return new Draft(manuscript.saved(latest));
    }

    /// The first time that it is public.
    public Published publish(Publication publication) {
      return new Published(manuscript, publication);
    }
  }

  /// Can be read by everybody. Its newest text may be ahead of what is public.
  record Published(Manuscript manuscript, Publication publication) implements Letter {

    @Override
    public Published saved(Latest latest) {
      return new Published(manuscript.saved(latest), publication);
    }

    /// Makes a newer text public.
    public Published publishAgain(Publication newer) {
      return new Published(manuscript, newer);
    }

    /// Takes it back.
    public Withdrawn withdraw(Instant now) {
      return new Withdrawn(manuscript, publication, now);
    }
  }

  /// Was public and is no longer. It stays that way.
  record Withdrawn(Manuscript manuscript, Publication publication, Instant withdrawnAt)
      implements Letter {

    @Override
    public Letter saved(Latest latest) {
      throw new IllegalStateException("A withdrawn letter is not written on: " + id());
    }
  }

  /// What a letter has in every state.
  ///
  /// @param revision counts every change, also those that leave the text alone
  record Manuscript(LetterId id, Author author, Origin origin, Latest latest, long revision) {

    private Manuscript saved(Latest newer) {
      return new Manuscript(id, author, origin, newer, revision);
    }
  }

  /// The newest version, with what lists need of it.
  ///
  /// @param number counts the texts of this letter, from 1
  record Latest(String versionId, int number, Instant savedAt, String title, String addressee) {

    /// Points to this version.
    public static Latest of(Version version) {
      return new Latest(
          version.id(),
          version.number(),
          version.at(),
          version.text().title(),
          version.text().addressee());
    }
  }

  /// What is public of a letter, with what lists need of it.
  ///
  /// @param language as a language tag; empty when it is not known
  /// @param publishedAt the date under the letter; an imported one keeps its original date
  /// @param updatedAt when the public text last changed
  /// @param firstAt when it became public here, which counts for the daily limit
  record Publication(
      String versionId,
      int version,
      String slug,
      String title,
      String addressee,
      String byline,
      List<String> topics,
      String language,
      String excerpt,
      int words,
      int minutes,
      Instant publishedAt,
      Instant updatedAt,
      Instant firstAt) {

    /// When the text was last changed after it had become public; null when it never was.
    public @Nullable Instant changedAt() {
      return updatedAt.isAfter(firstAt) ? updatedAt : null;
    }
  }

  /// Where a letter came from.
  sealed interface Origin {

    /// It was begun here.
    ///
    /// @param payload a hash of the first text, to tell a repeated request from another one
    record Written(String payload, Instant at) implements Origin {}

    /// It was brought in; comments-service knows it from then on.
    ///
    /// @param date when it was first published elsewhere; null when the file did not say
    /// @param was who could read it there: `public`, `draft`, `pending`, `planned`, `private` or
    ///   `protected`
    record Imported(String importer, String file, @Nullable Instant date, String was)
        implements Origin {

      /// What everybody could read there.
      public static final String PUBLIC = "public";
    }
  }
}
