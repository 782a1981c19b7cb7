package org.openletter.posts.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Author;
import org.springframework.stereotype.Component;

/// A creator brings in letters of a file that was checked. What she chose is kept with the import,
/// so it is brought in whether or not this process lives to do it: `ContinueImports` goes on. Doing
/// it twice changes nothing.
@Component
class BringIn {

  /// As many as fit into the time of one call; the others follow at once.
  private static final int MOST_IN_A_CALL = 20;

  private static final int TRIES = 3;

  private static final Result STILL_BRINGING_IN = new Result.No(PostsRefusals.STILL_BRINGING_IN);

  private final Imports imports;
  private final AddDrafts addDrafts;
  private final Clock clock;
  private final ImportSettings settings;

  BringIn(Imports imports, AddDrafts addDrafts, Clock clock, ImportSettings settings) {
    this.imports = imports;
    this.addDrafts = addDrafts;
    this.clock = clock;
    this.settings = settings;
  }

  /// @param sources the letters to bring in, by their numbers on the old site; none means all
  Result bringIn(String importId, List<String> sources, boolean initials, Caller caller) {
    Result result = STILL_BRINGING_IN;
    for (int i = 0; i < TRIES && result.equals(STILL_BRINGING_IN); i++) {
      result = attempt(importId, sources, initials, caller);
    }
    return result;
  }

  private Result attempt(String importId, List<String> sources, boolean initials, Caller caller) {
    Instant now = clock.instant();
    Import found = imports.find(importId, caller.accountId(), now).orElse(null);
    if (found == null) {
      return new Result.No(PostsRefusals.NO_SUCH_IMPORT);
    }
    if (sources.size() > Import.MOST_AT_ONCE
        || sources.isEmpty() && found.totals().letters() > Import.MOST_AT_ONCE) {
      return new Result.No(PostsRefusals.tooManyChosen(Import.MOST_AT_ONCE));
    }
    List<Import.ImportedLetter> wanted = wanted(found, sources, now);
    if (wanted.isEmpty()) {
      return new Result.No(PostsRefusals.NOTHING_CHOSEN);
    }
    List<Import.ImportedLetter> added = wanted;
    Set<Integer> chosen = numbers(wanted);
    Set<Integer> here = Set.of();
    boolean shortened = initials;
    if (found.state() == Import.State.BRINGING_IN) {
      // What was chosen before and is still on its way was promised short names.
      shortened |= found.choice().initials();
      here = found.choice().here();
      Set<Integer> before = found.choice().letters();
      added = wanted.stream().filter(letter -> !before.contains(letter.number())).toList();
      chosen = new HashSet<>(chosen);
      chosen.addAll(before);
      if (chosen.size() > Import.MOST_AT_ONCE) {
        return STILL_BRINGING_IN;
      }
    }
    Author author = new Author(caller.accountId(), caller.handle(), caller.name());
    Import.Choice choice = new Import.Choice(chosen, here, shortened, author);
    return switch (imports.confirm(
        found, choice, added, now.plus(settings.lease()), now.plus(settings.keptForDelivery()))) {
      case CHANGED -> STILL_BRINGING_IN;
      case GONE -> new Result.No(PostsRefusals.IMPORT_JUST_ENDED);
      case DONE -> {
        imports
            .find(importId, caller.accountId(), now)
            .ifPresent(confirmed -> addDrafts.goOn(confirmed, MOST_IN_A_CALL));
        yield new Result.Done();
      }
    };
  }

  // What was not chosen in its time may be swept up at any moment.
  private List<Import.ImportedLetter> wanted(Import found, List<String> sources, Instant now) {
    List<Import.ImportedLetter> asked =
        sources.isEmpty() ? imports.letters(found.id(), 0) : imports.letters(found.id(), sources);
    return settings.keepsAllOf(found, now)
        ? asked
        : asked.stream()
            .filter(letter -> found.choice().letters().contains(letter.number()))
            .toList();
  }

  private static Set<Integer> numbers(List<Import.ImportedLetter> some) {
    return some.stream().map(Import.ImportedLetter::number).collect(Collectors.toSet());
  }

  sealed interface Result {

    record Done() implements Result {}

    record No(Refusal why) implements Result {}
  }
}
