package org.openletter.posts.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.posts.author.AuthorNames;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// Makes drafts of the chosen letters of an import; their responses follow through the letters'
/// outboxes. It can stop anywhere and go on elsewhere: what is here already is left alone.
@Component
class AddDrafts {

  private static final String IMPORTER = "WordPress";

  /// An outbox holds 100 events; the letter's own and those of a person who edits it come beside.
  private static final int MOST_EVENTS = 80;

  private final Imports imports;
  private final Letters letters;
  private final Versions versions;
  private final AuthorNames names;
  private final LetterNews news;
  private final Ids ids;
  private final Clock clock;

  AddDrafts(
      Imports imports,
      Letters letters,
      Versions versions,
      AuthorNames names,
      LetterNews news,
      Ids ids,
      Clock clock) {
    this.imports = imports;
    this.letters = letters;
    this.versions = versions;
    this.names = names;
    this.news = news;
    this.ids = ids;
    this.clock = clock;
  }

  /// Makes up to `most` drafts. What is then left is done by whoever looks next.
  void goOn(Import found, int most) {
    Author author = found.choice().author();
    List<Integer> missing = found.choice().missing();
    for (int number : missing.subList(0, Math.min(most, missing.size()))) {
      Import.ImportedLetter whole = imports.letter(found.id(), number).orElse(null);
      boolean added =
          whole != null
              && author != null
              && letters.find(whole.letterId()).isEmpty()
              && add(found, whole, author);
      if (!imports.here(found.id(), number)) {
        // It was cancelled meanwhile, perhaps just before this one was added.
        if (whole != null && added) {
          takeBack(found, whole.letterId());
        }
        return;
      }
    }
    if (missing.size() <= most) {
      imports.rest(found);
    } else {
      imports.postpone(found.id(), clock.instant());
    }
  }

  private boolean add(Import from, Import.ImportedLetter whole, Author author) {
    // The same id at every try: a text that was written before a stop is the letter's text after
    // it.
    Version version =
        Version.first(
            versionId(from, whole.letterId()),
            whole.letterId(),
            whole.text(),
            clock.instant(),
            true);
    versions.add(version);
    Author named = names.now(author);
    Letter.Draft draft =
        new Letter.Draft(
            new Letter.Manuscript(
                whole.letterId(),
                named,
                new Letter.Origin.Imported(IMPORTER, from.file(), whole.date(), whole.was()),
                Letter.Latest.of(version),
                0));
    boolean added = letters.add(draft, events(from, whole, draft));
    names.written(named);
    return added;
  }

  private List<OutboxEvent> events(Import from, Import.ImportedLetter whole, Letter.Draft draft) {
    List<OutboxEvent> events = new ArrayList<>();
    events.add(news.of(draft));
    // Each event names as many batches as it takes for all of them to find room.
    int step = Math.ceilDiv(whole.batches(), MOST_EVENTS);
    for (int first = 0; first < whole.batches(); first += step) {
      events.add(
          BatchDelivery.event(
              ids.uuid7(),
              clock.instant(),
              whole.letterId(),
              new BatchDelivery.Batches(
                  from.id(),
                  whole.number(),
                  first,
                  Math.min(first + step, whole.batches()),
                  from.choice().initials())));
    }
    return events;
  }

  /// Discards a draft that came of this import. False when it stays, because its writer went on
  /// with it or it came another way.
  boolean takeBack(Import from, LetterId id) {
    if (letters.find(id).orElse(null) instanceof Letter.Draft draft
        && draft.latest().versionId().equals(versionId(from, id))
        && letters.discard(draft, List.of(news.discarded(draft)))) {
      versions.forgetAll(id);
    }
    return letters.find(id).isEmpty();
  }

  private static String versionId(Import from, LetterId id) {
    return Ids.derivedUuid7(from.at(), "import", from.id(), id.value());
  }
}
