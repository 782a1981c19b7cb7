package org.openletter.posts.importing.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.Markdown;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.importing.Import;
import org.openletter.posts.importing.ImportSettings;
import org.openletter.posts.importing.Imports;
import org.openletter.posts.importing.screening.ScreenResponses;
import org.openletter.posts.importing.screening.Screening;
import org.openletter.posts.importing.wordpress.Export;
import org.openletter.posts.importing.wordpress.ReadExport;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Letters;
import org.springframework.stereotype.Component;

/// Looks at a file: what is in it, what of it is here already, and which responses look like junk.
/// Nothing of it becomes a letter yet.
@Component
class CheckImport {

  private static final long LONGEST_QUEUE_SECONDS = 20;

  /// Letters that are asked for in one query.
  private static final int MOST_ASKED = 500;

  private final ReadExport readExport;
  private final ScreenResponses screen;
  private final Letters letters;
  private final Imports imports;
  private final Markdown markdown;
  private final Ids ids;
  private final Clock clock;
  private final ImportSettings settings;
  private final Semaphore places;

  CheckImport(
      ReadExport readExport,
      ScreenResponses screen,
      Letters letters,
      Imports imports,
      Markdown markdown,
      Ids ids,
      Clock clock,
      ImportSettings settings) {
    this.readExport = readExport;
    this.screen = screen;
    this.letters = letters;
    this.imports = imports;
    this.markdown = markdown;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce(), true);
  }

  Result check(Upload upload, String file, Caller caller) {
    try {
      if (!places.tryAcquire(LONGEST_QUEUE_SECONDS, TimeUnit.SECONDS)) {
        return new Result.No(PostsRefusals.OTHER_FILES);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Result.No(PostsRefusals.OTHER_FILES);
    }
    try {
      return switch (readExport.read(upload.path(), settings.largest().toBytes())) {
        case ReadExport.Result.Refused(String type, String sentence) ->
            new Result.No(PostsRefusals.file(type, sentence));
        case ReadExport.Result.Read(Export export) when export.items().isEmpty() ->
            new Result.No(
                PostsRefusals.file(
                    "not-an-export",
                    "There is no post and no page with text in this file."
                        + " Choose Posts or All content when you export."));
        case ReadExport.Result.Read(Export export) -> keep(export, upload, file, caller);
      };
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      places.release();
    }
  }

  private Result keep(Export export, Upload upload, String file, Caller caller) {
    Instant now = clock.instant();
    Instant end = now.plus(settings.kept());
    Instant deadline = now.plus(settings.screening());
    String importId = ids.random12();
    List<Export.Item> items = inOrder(export.items());
    Set<LetterId> here = here(items, caller);
    Clusters clusters = new Clusters();
    boolean screened = true;
    int live = 0;
    int waiting = 0;
    int bylines = 0;
    for (int number = 0; number < items.size(); number++) {
      Export.Item item = items.get(number);
      LetterId letterId = name(item, caller);
      Screening screening = screen.screen(letterId.value(), responses(item), deadline);
      screened &= screening.complete();
      clusters.add(screening, item.comments());
      ProposeText.Proposal proposal = ProposeText.of(item, caller.name());
      bylines += proposal.nameShortened() ? 1 : 0;
      Import.ImportedLetter letter =
          letter(importId, number, item, letterId, proposal.text(), screening, here, end);
      imports.addLetter(importId, letter, end);
      live += letter.live();
      waiting += letter.waiting();
    }
    imports.add(
        new Import(
            importId,
            caller.accountId(),
            file,
            upload.bytes(),
            Import.State.CHECKED,
            now,
            end,
            screened,
            export.leftOut(),
            notes(export, bylines),
            clusters.all(),
            new Import.Totals(items.size(), here.size(), live, waiting),
            Import.Choice.none()));
    return new Result.Checked(importId);
  }

  private Import.ImportedLetter letter(
      String importId,
      int number,
      Export.Item item,
      LetterId letterId,
      LetterText text,
      Screening screening,
      Set<LetterId> here,
      Instant end) {
    List<Batches.Batch> batches = Batches.of(item.comments(), screening);
    for (int batch = 0; batch < batches.size(); batch++) {
      imports.addBatch(importId, number, batch, batches.get(batch).comments(), end);
    }
    int live = batches.stream().mapToInt(Batches.Batch::live).sum();
    return new Import.ImportedLetter(
        number,
        item.source(),
        letterId,
        text,
        item.date(),
        item.was().word(),
        markdown.words(text.body()),
        live,
        item.comments().size() - live,
        here.contains(letterId),
        batches.size());
  }

  // Who has more letters than one page shows looks for the newest first.
  private static List<Export.Item> inOrder(List<Export.Item> items) {
    return items.size() <= Import.MOST_AT_ONCE
        ? items
        : items.stream()
            .sorted(
                Comparator.comparing(
                        Export.Item::date,
                        Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .reversed())
            .toList();
  }

  private static List<String> notes(Export export, int bylines) {
    List<String> notes = new ArrayList<>(export.notes());
    if (bylines > 0) {
      notes.add(
          bylines == 1
              ? "One byline was an e-mail address, a number or a link. It is shortened or replaced."
              : "%,d bylines were e-mail addresses, numbers or links. They are shortened or replaced."
                  .formatted(bylines));
    }
    return notes;
  }

  private static List<ScreenResponses.Response> responses(Export.Item item) {
    List<ScreenResponses.Response> responses = new ArrayList<>();
    for (Export.Comment comment : item.comments()) {
      responses.add(
          new ScreenResponses.Response(comment.source(), comment.signed(), comment.text()));
    }
    return responses;
  }

  private Set<LetterId> here(List<Export.Item> items, Caller caller) {
    Set<LetterId> here = new HashSet<>();
    for (int from = 0; from < items.size(); from += MOST_ASKED) {
      Set<LetterId> some = new LinkedHashSet<>();
      items
          .subList(from, Math.min(items.size(), from + MOST_ASKED))
          .forEach(item -> some.add(name(item, caller)));
      here.addAll(letters.existing(some));
    }
    return here;
  }

  // The same item in another file is the same letter. Two people may each bring in their copy.
  private static LetterId name(Export.Item item, Caller caller) {
    return new LetterId(
        Ids.derived12(
            "wxr",
            caller.accountId(),
            item.origin(),
            item.source(),
            item.date() == null ? "" : item.date().toString()));
  }

  sealed interface Result {

    record Checked(String importId) implements Result {}

    record No(Refusal why) implements Result {}
  }
}
