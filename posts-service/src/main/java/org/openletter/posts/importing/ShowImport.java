package org.openletter.posts.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Slug;
import org.springframework.stereotype.Component;

/// Shows an import to its owner: what is in the file, and how far it is brought in.
@Component
public class ShowImport {

  private final Imports imports;
  private final Letters letters;
  private final Clock clock;
  private final ImportSettings settings;

  ShowImport(Imports imports, Letters letters, Clock clock, ImportSettings settings) {
    this.imports = imports;
    this.letters = letters;
    this.clock = clock;
    this.settings = settings;
  }

  /// Empty when there is no such import, it is somebody else's, or its time is over.
  ///
  /// @param from the number of the first letter to show; at most 100 are shown
  public Optional<View> show(String id, int from, Caller caller) {
    return imports
        .find(id, caller.accountId(), clock.instant())
        .map(found -> view(found, Math.max(0, from)));
  }

  private View view(Import found, int from) {
    List<Import.ImportedLetter> chosen =
        found.choice().letters().isEmpty()
            ? List.of()
            : imports.letters(found.id(), found.choice().letters());
    boolean whole = settings.keepsAllOf(found, clock.instant());
    List<Import.ImportedLetter> page =
        whole
            ? imports.letters(found.id(), from)
            : chosen.stream().filter(letter -> letter.number() >= from).toList();
    Set<LetterId> here = letters.existing(names(page, chosen));
    Import.State state = found.state();
    if (state == Import.State.BRINGING_IN && delivered(found, chosen, here)) {
      imports.done(found.id());
      state = Import.State.DONE;
    }
    Import.Totals totals = totals(found, whole ? page : chosen, whole);
    return new View(
        found.id(),
        found.file(),
        found.bytes(),
        state.word,
        Import.seen(state, found.choice()),
        found.at(),
        found.screened(),
        totals.letters(),
        totals.known(),
        from,
        page.stream().map(letter -> entry(letter, here)).toList(),
        chosen.stream().map(letter -> entry(letter, here)).toList(),
        found.clusters(),
        totals.live() + totals.waiting(),
        totals.live(),
        totals.waiting(),
        found.leftOut(),
        found.notes());
  }

  // A file from before this was kept with it; those had at most 100 letters. Of one whose time is
  // over only what was chosen is left.
  private static Import.Totals totals(
      Import found, List<Import.ImportedLetter> all, boolean whole) {
    if (whole && found.totals().letters() > 0) {
      return found.totals();
    }
    return new Import.Totals(
        all.size(),
        (int) all.stream().filter(Import.ImportedLetter::alreadyHere).count(),
        all.stream().mapToInt(Import.ImportedLetter::live).sum(),
        all.stream().mapToInt(Import.ImportedLetter::waiting).sum());
  }

  // A draft that was thrown away while the others were still on their way has been here.
  private boolean delivered(Import found, List<Import.ImportedLetter> chosen, Set<LetterId> here) {
    return chosen.stream()
            .allMatch(
                l -> found.choice().here().contains(l.number()) || here.contains(l.letterId()))
        && !letters.waitingForDelivery(names(chosen, List.of()));
  }

  private static Set<LetterId> names(
      List<Import.ImportedLetter> some, List<Import.ImportedLetter> others) {
    return Stream.concat(some.stream(), others.stream())
        .map(Import.ImportedLetter::letterId)
        .collect(Collectors.toSet());
  }

  private static Entry entry(Import.ImportedLetter letter, Set<LetterId> here) {
    return new Entry(
        letter.source(),
        letter.text().title(),
        letter.text().addressee(),
        letter.text().byline(),
        letter.was(),
        letter.date(),
        letter.words(),
        letter.live() + letter.waiting(),
        letter.live(),
        letter.waiting(),
        letter.alreadyHere(),
        here.contains(letter.letterId()) ? letter.letterId().value() : null,
        Slug.of(letter.text().title()));
  }

  /// An import as its owner sees it.
  ///
  /// @param seen to be sent with what is done to it
  /// @param checked false when the responses were not looked at; then all of them will wait
  /// @param count how many letters are in the file, or were chosen of it when its time is over
  /// @param known how many of them were here before it came
  /// @param from the number of the first of `letters`, of which there are at most 100
  /// @param chosen what is brought in now or was the last time
  public record View(
      String id,
      String file,
      long bytes,
      String state,
      String seen,
      Instant at,
      boolean checked,
      int count,
      int known,
      int from,
      List<Entry> letters,
      List<Entry> chosen,
      List<Import.Cluster> clusters,
      int responses,
      int live,
      int waiting,
      int leftOut,
      List<String> notes) {}

  /// A letter in the file.
  ///
  /// @param byline who wrote it, when that is not its owner
  /// @param was who could read it on its old site: `public`, `draft`, `pending`, `planned`,
  ///   `private` or `protected`
  /// @param letterId its id here; null while it is not here
  public record Entry(
      String source,
      String title,
      String addressee,
      String byline,
      String was,
      @Nullable Instant date,
      int words,
      int responses,
      int live,
      int waiting,
      boolean alreadyHere,
      @Nullable String letterId,
      String slug) {}
}
