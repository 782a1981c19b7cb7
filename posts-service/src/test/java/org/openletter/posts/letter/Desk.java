package org.openletter.posts.letter;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.TestClock;
import org.openletter.platform.text.Markdown;
import org.openletter.posts.author.AuthorNames;
import org.openletter.posts.author.InMemoryRenames;
import org.openletter.posts.comment.LetterNews;

/// What use cases need, all of it in memory, and letters to begin with.
public final class Desk {

  /// Writes letters.
  public static final Caller ROSA =
      new Caller("rosa00000000", "rosa", "Rosa Lind", Set.of("member"));

  /// Is somebody else.
  public static final Caller ANA = new Caller("ana000000000", "ana", "Ana", Set.of("member"));

  public final TestClock clock = new TestClock();
  public final Ids ids = new Ids(clock, new Random(7));
  public final InMemoryLetters letters = new InMemoryLetters();
  public final AuthorNames names = new InMemoryRenames().names(letters);
  public final InMemoryVersions versions = new InMemoryVersions();
  public final Markdown markdown = new Markdown();
  public final LetterNews news = new LetterNews(ids, clock);

  /// Rosa has another name, and this service hears of it.
  public Author renamed(String name) {
    Author renamed = new Author(ROSA.accountId(), ROSA.handle(), name);
    InMemoryRenames.heard(names, ids.uuid7(), renamed);
    return renamed;
  }

  /// A draft of Rosa's.
  public Letter.Draft draft(String title, String body) {
    return draft(title, body, new Letter.Origin.Written("hash", clock.instant()));
  }

  /// A draft of Rosa's that was brought in.
  public Letter.Draft imported(String title, String body, @Nullable Instant date) {
    return draft(
        title,
        body,
        new Letter.Origin.Imported("WordPress", "a.xml", date, Letter.Origin.Imported.PUBLIC));
  }

  /// A published letter of Rosa's.
  public Letter.Published published(String title, String body) {
    Letter.Draft draft = draft(title, body);
    Version version = versions.find(draft.id(), draft.latest().versionId()).orElseThrow();
    versions.keep(draft.id(), version.id(), markdown.article(body));
    letters.change(draft.publish(publication(version, clock.instant())), List.of());
    return (Letter.Published) letters.find(draft.id()).orElseThrow();
  }

  /// What becomes public of a version.
  public static Letter.Publication publication(Version version, Instant at) {
    return new Letter.Publication(
        version.id(),
        version.number(),
        Slug.of(version.text().title()),
        version.text().title(),
        version.text().addressee(),
        "",
        List.of(),
        version.text().language(),
        version.text().body(),
        2,
        1,
        at,
        at,
        at);
  }

  private Letter.Draft draft(String title, String body, Letter.Origin origin) {
    LetterId id = new LetterId(ids.random12());
    LetterText text = LetterText.typed(title, "Northgate Clinic", "", "", List.of(), body);
    Version version =
        Version.first(
            ids.uuid7(), id, text, clock.instant(), origin instanceof Letter.Origin.Imported);
    versions.add(version);
    Letter.Draft draft =
        new Letter.Draft(
            new Letter.Manuscript(
                id,
                new Author(ROSA.accountId(), ROSA.handle(), ROSA.name()),
                origin,
                Letter.Latest.of(version),
                0));
    letters.add(draft, List.of());
    return draft;
  }
}
