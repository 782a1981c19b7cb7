package org.openletter.posts.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.test.TestClock;
import org.openletter.platform.text.SafeHtml;
import org.openletter.posts.comment.LetterEvent;

/// What every kind of `Letters` and `Versions` does the same way.
abstract class LettersContract {

  private static final Instant AT = Instant.parse("2026-11-02T09:00:00.123Z");

  private final Ids ids = new Ids(new TestClock(), new Random());

  /// A new account for each test, because the letters of others are there too.
  private final Author author = new Author(ids.random12(), "h" + ids.random12(), "Rosa");

  abstract Letters letters();

  abstract Versions versions();

  @Test
  void givesBackWhatWasAdded() {
    Letter.Draft written = draft(new Letter.Origin.Written("hash", AT), AT);
    Letter.Draft imported =
        draft(
            new Letter.Origin.Imported("WordPress", "a.xml", null, Letter.Origin.Imported.PUBLIC),
            AT);

    Letter.Draft secret =
        draft(new Letter.Origin.Imported("WordPress", "a.xml", null, "private"), AT);

    assertThat(letters().add(written, List.of())).isTrue();
    assertThat(letters().add(imported, List.of())).isTrue();
    assertThat(letters().add(secret, List.of())).isTrue();

    assertThat(letters().find(written.id())).contains(written);
    assertThat(letters().find(imported.id())).contains(imported);
    assertThat(letters().find(secret.id())).contains(secret);
    assertThat(letters().find(new LetterId("nosuchletter"))).isEmpty();
  }

  @Test
  void saysWhatALetterWasElsewhereUntilItIsPublicHere() {
    Letter.Draft secret =
        draft(new Letter.Origin.Imported("WordPress", "a.xml", null, "private"), AT);
    letters().add(secret, List.of());

    assertThat(secret.notPublicBefore()).isEqualTo("private");
    assertThat(publish(secret, AT).notPublicBefore()).isNull();
    assertThat(add(AT).notPublicBefore()).isNull();
  }

  @Test
  void addsAnIdOnce() {
    Letter.Draft draft = add(AT);

    assertThat(letters().add(draft, List.of())).isFalse();
  }

  @Test
  void goesThroughAllStates() {
    Letter.Published published = publish(add(AT), AT);
    assertThat(letters().find(published.id()).orElseThrow()).isEqualTo(published);

    Letter.Withdrawn withdrawn = published.withdraw(AT.plusSeconds(1));
    assertThat(letters().change(withdrawn, List.of())).isTrue();
    assertThat(letters().find(published.id()).orElseThrow().everPublic())
        .isEqualTo(published.publication());
    assertThat(letters().find(published.id()).orElseThrow()).isInstanceOf(Letter.Withdrawn.class);
  }

  @Test
  void refusesAChangeOfALetterThatChangedMeanwhile() {
    Letter.Draft draft = add(AT);
    assertThat(letters().change(draft.saved(draft.latest()), List.of(event()))).isTrue();

    assertThat(letters().change(draft.saved(draft.latest()), List.of(event()))).isFalse();
    assertThat(letters().change(draft.saved(draft.latest()), List.of())).isFalse();
    assertThat(letters().discard(draft, List.of())).isFalse();
    assertThat(letters().discard(draft, List.of(event()))).isFalse();
    assertThat(letters().find(draft.id())).isPresent();
  }

  @Test
  void forgetsADiscardedDraftAndTakesItAgain() {
    for (List<OutboxEvent> events : List.of(List.<OutboxEvent>of(), List.of(event()))) {
      Letter.Draft draft = add(AT);

      assertThat(letters().discard(draft, events)).isTrue();
      assertThat(letters().find(draft.id())).isEmpty();
      assertThat(letters().existing(Set.of(draft.id()))).isEmpty();
      assertThat(letters().ofOwner(author.id(), null, 10)).isEmpty();

      assertThat(letters().add(draft, List.of(event()))).isTrue();
      assertThat(letters().find(draft.id())).contains(draft);
      assertThat(letters().discard(draft, List.of())).isTrue();
    }
  }

  @Test
  void pagesThroughPublishedLettersNewestFirst() {
    List<Letter.Published> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      // Two of them have the same date.
      all.add(publish(add(AT), AT.plusSeconds(i / 2)));
    }
    List<LetterId> newestFirst =
        all.stream()
            .sorted(
                Comparator.comparing((Letter.Published l) -> l.publication().publishedAt())
                    .thenComparing(l -> l.id().value())
                    .reversed())
            .map(Letter::id)
            .toList();
    add(AT);

    List<LetterId> seen = new ArrayList<>();
    Letters.Position after = null;
    List<Letter.Published> page = letters().published(author.handle(), after, 3);
    while (!page.isEmpty()) {
      page.forEach(letter -> seen.add(letter.id()));
      Letter.Published last = page.getLast();
      after = new Letters.Position(last.publication().publishedAt(), last.id());
      page = letters().published(author.handle(), after, 3);
    }

    assertThat(seen).containsExactlyElementsOf(newestFirst);
    assertThat(letters().published(null, null, 50)).hasSizeGreaterThanOrEqualTo(7);
    assertThat(letters().published("nobody", null, 50)).isEmpty();
  }

  @Test
  void pagesThroughAllLettersOfAnOwner() {
    Letter.Draft older = add(AT);
    Letter.Published newer = publish(add(AT.plusSeconds(5)), AT);

    assertThat(ofOwner(null)).containsExactly(newer.id(), older.id());
    assertThat(ofOwner(new Letters.Position(AT.plusSeconds(5), newer.id())))
        .containsExactly(older.id());
  }

  @Test
  void countsTheDraftsOfAnAccount() {
    publish(add(AT), AT);
    add(AT);
    add(AT);

    assertThat(letters().drafts(author.id(), 5)).isEqualTo(2);
    assertThat(letters().drafts(author.id(), 1)).isEqualTo(1);
    assertThat(letters().drafts("nobody", 5)).isZero();
  }

  @Test
  void renamesAnAuthorEverywhere() {
    Letter.Published letter = publish(add(AT), AT);
    Author renamed = new Author(author.id(), author.handle(), "Somebody else");

    letters().rename(renamed);
    letters().rename(renamed);

    assertThat(letters().find(letter.id()).orElseThrow().manuscript().author()).isEqualTo(renamed);
    // A save under way does not bring the old name back.
    letters().change(letter.saved(letter.latest()), List.of());
    assertThat(letters().find(letter.id()).orElseThrow().manuscript().author().handle())
        .isEqualTo(author.handle());
  }

  @Test
  void saysWhichEventWasWrittenLastWithALetter() {
    Letter.Draft draft = add(AT);
    assertThat(letters().lastEvent(draft.id())).isEmpty();
    OutboxEvent first = event();
    OutboxEvent second = event();

    letters().change(draft.saved(draft.latest()), List.of(first, second));
    assertThat(letters().lastEvent(draft.id())).contains(second.id());

    Letter now = letters().find(draft.id()).orElseThrow();
    letters().change(now.saved(now.latest()), List.of());
    assertThat(letters().lastEvent(draft.id())).contains(second.id());
    assertThat(letters().lastEvent(new LetterId("000000000000"))).isEmpty();
  }

  @Test
  void knowsWhatStillHasToBeDelivered() {
    Letter.Draft silent = add(AT);
    Letter.Draft news = draft(new Letter.Origin.Written("hash", AT), AT);
    letters().add(news, List.of(event()));

    assertThat(letters().waitingForDelivery(Set.of(silent.id(), news.id()))).isTrue();
    assertThat(letters().waitingForDelivery(Set.of(silent.id()))).isFalse();
    assertThat(letters().waitingForDelivery(Set.of())).isFalse();
    assertThat(letters().existing(Set.of(silent.id(), new LetterId("nosuchletter"))))
        .containsExactly(silent.id());
  }

  @Test
  void keepsVersions() {
    LetterId id = new LetterId(ids.random12());
    Version first = Version.first(ids.uuid7(), id, text("One"), AT, false);
    Version second = first.next(ids.uuid7(), text("Two"), AT.plusSeconds(3600));
    versions().add(first);
    versions().add(second);

    assertThat(versions().find(id, first.id())).contains(first);
    assertThat(versions().find(new LetterId("nosuchletter"), first.id())).isEmpty();
    assertThat(versions().of(id)).extracting(Version::number).containsExactly(2, 1);
    versions().keep(id, first.id(), SafeHtml.reread("<p>One</p>"));
    assertThat(versions().find(id, first.id()).orElseThrow().kept()).isTrue();
    assertThat(versions().html(id, first.id())).contains(SafeHtml.reread("<p>One</p>"));
    versions().forget(id, first.id());
    assertThat(versions().of(id)).extracting(Version::id).containsExactly(second.id());
    versions().forgetAll(id);
    assertThat(versions().of(id)).isEmpty();
  }

  private List<LetterId> ofOwner(Letters.@Nullable Position after) {
    return letters().ofOwner(author.id(), after, 10).stream().map(Letter::id).toList();
  }

  private Letter.Published publish(Letter.Draft draft, Instant at) {
    Version version =
        Version.first(draft.latest().versionId(), draft.id(), text("Title"), at, true);
    assertThat(letters().change(draft.publish(Desk.publication(version, at)), List.of())).isTrue();
    return (Letter.Published) letters().find(draft.id()).orElseThrow();
  }

  private Letter.Draft add(Instant savedAt) {
    Letter.Draft draft = draft(new Letter.Origin.Written("hash", AT), savedAt);
    assertThat(letters().add(draft, List.of())).isTrue();
    return draft;
  }

  private Letter.Draft draft(Letter.Origin origin, Instant savedAt) {
    LetterId id = new LetterId(ids.random12());
    return new Letter.Draft(
        new Letter.Manuscript(
            id,
            author,
            origin,
            Letter.Latest.of(Version.first(ids.uuid7(), id, text("Title"), savedAt, false)),
            0));
  }

  private OutboxEvent event() {
    return new OutboxEvent(ids.uuid7(), LetterEvent.LETTER, new Document("title", "x"), AT);
  }

  private static LetterText text(String title) {
    return LetterText.typed(title, "To", "By", "Dis", List.of("topic"), "Body").in("de");
  }
}
