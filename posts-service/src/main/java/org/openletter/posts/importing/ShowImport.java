package org.openletter.posts.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  ShowImport(Imports imports, Letters letters, Clock clock) {
    this.imports = imports;
    this.letters = letters;
    this.clock = clock;
  }

  /// Empty when there is no such import, it is somebody else's, or its time is over.
  public Optional<View> show(String id, Caller caller) {
    return imports.find(id, caller.accountId(), clock.instant()).map(this::view);
  }

  private View view(Import found) {
    List<Import.ImportedLetter> inFile = imports.letters(found.id());
    Set<LetterId> here = letters.existing(names(inFile));
    Import.State state = found.state();
    if (state == Import.State.BRINGING_IN && delivered(found, inFile, here)) {
      imports.done(found.id());
      state = Import.State.DONE;
    }
    return new View(
        found.id(),
        found.file(),
        found.bytes(),
        state.word,
        found.at(),
        found.screened(),
        inFile.stream().map(letter -> entry(letter, here)).toList(),
        found.clusters(),
        inFile.stream().mapToInt(l -> l.live() + l.waiting()).sum(),
        inFile.stream().mapToInt(Import.ImportedLetter::live).sum(),
        inFile.stream().mapToInt(Import.ImportedLetter::waiting).sum(),
        found.leftOut(),
        found.notes());
  }

  private boolean delivered(Import found, List<Import.ImportedLetter> inFile, Set<LetterId> here) {
    Set<LetterId> chosen =
        names(inFile.stream().filter(l -> found.chosen().contains(l.number())).toList());
    return here.containsAll(chosen) && !letters.waitingForDelivery(chosen);
  }

  private static Set<LetterId> names(List<Import.ImportedLetter> letters) {
    return letters.stream().map(Import.ImportedLetter::letterId).collect(Collectors.toSet());
  }

  private static Entry entry(Import.ImportedLetter letter, Set<LetterId> here) {
    return new Entry(
        letter.source(),
        letter.text().title(),
        letter.text().addressee(),
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
  /// @param checked false when the responses were not looked at; then all of them will wait
  public record View(
      String id,
      String file,
      long bytes,
      String state,
      Instant at,
      boolean checked,
      List<Entry> letters,
      List<Import.Cluster> clusters,
      int responses,
      int live,
      int waiting,
      int leftOut,
      List<String> notes) {}

  /// A letter in the file.
  ///
  /// @param letterId its id here; null while it is not here
  public record Entry(
      String source,
      String title,
      String addressee,
      @Nullable Instant date,
      int words,
      int responses,
      int live,
      int waiting,
      boolean alreadyHere,
      @Nullable String letterId,
      String slug) {}
}
