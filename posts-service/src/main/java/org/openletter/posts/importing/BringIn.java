package org.openletter.posts.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// A creator brings in letters of a file that was checked. They become drafts of hers; their
/// responses follow through the letters' outboxes. What is here already is left alone, so doing it
/// twice changes nothing, and doing it again after a failure goes on where it stopped.
@Component
class BringIn {

  private static final String IMPORTER = "WordPress";

  /// An outbox holds 100 events; the letter's own and those of a person who edits it come beside.
  private static final int MOST_EVENTS = 80;

  private final Imports imports;
  private final Letters letters;
  private final Versions versions;
  private final LetterNews news;
  private final Ids ids;
  private final Clock clock;
  private final ImportSettings settings;

  BringIn(
      Imports imports,
      Letters letters,
      Versions versions,
      LetterNews news,
      Ids ids,
      Clock clock,
      ImportSettings settings) {
    this.imports = imports;
    this.letters = letters;
    this.versions = versions;
    this.news = news;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  /// @param sources the letters to bring in, by their numbers on the old site; none means all
  Result bringIn(String importId, List<String> sources, boolean initials, Caller caller) {
    Instant now = clock.instant();
    Import found = imports.find(importId, caller.accountId(), now).orElse(null);
    if (found == null) {
      return Result.NOT_FOUND;
    }
    List<Import.ImportedLetter> chosen =
        imports.letters(importId).stream()
            .filter(letter -> sources.isEmpty() || sources.contains(letter.source()))
            .toList();
    if (chosen.isEmpty()) {
      return Result.NOTHING_CHOSEN;
    }
    imports.confirm(
        importId,
        chosen.stream().map(Import.ImportedLetter::number).collect(Collectors.toSet()),
        now.plus(settings.keptForDelivery()));
    Set<LetterId> here =
        letters.existing(
            chosen.stream().map(Import.ImportedLetter::letterId).collect(Collectors.toSet()));
    for (Import.ImportedLetter letter : chosen) {
      if (!here.contains(letter.letterId())) {
        imports
            .letter(importId, letter.number())
            .ifPresent(whole -> add(found, whole, initials, caller));
      }
    }
    return Result.DONE;
  }

  private void add(Import from, Import.ImportedLetter whole, boolean initials, Caller caller) {
    Version version =
        Version.first(ids.uuid7(), whole.letterId(), whole.text(), clock.instant(), true);
    versions.add(version);
    Letter.Draft draft =
        new Letter.Draft(
            new Letter.Manuscript(
                whole.letterId(),
                new Author(caller.accountId(), caller.handle(), caller.name()),
                new Letter.Origin.Imported(IMPORTER, from.file(), whole.date()),
                Letter.Latest.of(version),
                0));
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
                  initials)));
    }
    if (!letters.add(draft, events)) {
      // The same confirmation runs twice at once, and the other one was faster.
      versions.forget(whole.letterId(), version.id());
    }
  }

  enum Result {
    DONE,
    /// No such import, somebody else's, or its time is over.
    NOT_FOUND,
    NOTHING_CHOSEN
  }
}
