package org.openletter.profiles.name;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openletter.platform.call.Answer;
import org.openletter.platform.text.Lookalike;
import org.springframework.stereotype.Component;

/// Decides which names nobody may take and which ones staff looks at first.
@Component
public class Names {

  /// Signs that stand for a letter, or for nothing.
  private static final Pattern SIGNS = Pattern.compile("[@$!|]");

  private final StaffNames staff;
  private final LetterNames letters;

  /// Decides by what staff is called now and by the letters that are public now.
  public Names(StaffNames staff, LetterNames letters) {
    this.staff = staff;
    this.letters = letters;
  }

  /// Whether this handle is a word of the site itself, which no person gets.
  public static boolean reserved(Handle handle) {
    return ReservedWords.HANDLES.contains(handle.value());
  }

  /// Why staff has to look at this handle and name before their owner may write. Empty when nothing
  /// is wrong with them, or when staff has approved them before. posts-service is asked at most
  /// once.
  public Optional<Concern> concern(
      String account, Handle handle, String name, Set<String> approved) {
    return concern(
        account,
        List.of(
            new Candidate(Concern.Of.HANDLE, handle.value()), new Candidate(Concern.Of.NAME, name)),
        approved);
  }

  /// The same for a new name of somebody whose handle is known.
  public Optional<Concern> concern(String account, String name, Set<String> approved) {
    return concern(account, List.of(new Candidate(Concern.Of.NAME, name)), approved);
  }

  private Optional<Concern> concern(
      String account, List<Candidate> candidates, Set<String> approved) {
    List<Candidate> open =
        candidates.stream()
            .filter(one -> !one.keys().isEmpty())
            .filter(one -> !approved.contains(Lookalike.wide(one.text())))
            .toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    return first(open, Concern.Like.SITE, Candidate::speaks)
        .or(() -> first(open, Concern.Like.STAFF, one -> staff.taken(one.keys())))
        .or(() -> ofLetters(account, open));
  }

  private Optional<Concern> ofLetters(String account, List<Candidate> open) {
    Set<String> keys = new HashSet<>();
    open.forEach(one -> keys.addAll(one.keys()));
    return switch (letters.find(keys, account)) {
      case Answer.Known<LetterNames.Found>(var found) ->
          first(open, Concern.Like.ADDRESSEE, one -> one.isIn(found.addressees()))
              .or(() -> first(open, Concern.Like.BYLINE, one -> one.isIn(found.bylines())));
      // What is not known is not fine: the name waits, and is compared when there is an answer.
      case Answer.Unknown<LetterNames.Found>() -> first(open, Concern.Like.UNKNOWN, _ -> true);
    };
  }

  private static Optional<Concern> first(
      List<Candidate> open, Concern.Like like, Predicate<Candidate> which) {
    return open.stream().filter(which).findFirst().map(one -> new Concern(one.of(), like));
  }

  /// The key under which a handle is unique: handles that can be taken for each other share it.
  /// `rosa_b`, `rosa-b` and `r0sa_b` are one.
  public static String unique(Handle handle) {
    return Lookalike.shape(handle.value().replace('_', '-')).replace('0', 'o');
  }

  /// The keys of exactly this handle and this name: what staff approves is these and nothing that
  /// can be taken for them.
  public static Set<String> keys(Handle handle, String name) {
    Set<String> keys = new HashSet<>();
    keys.add(Lookalike.wide(handle.value()));
    keys.add(Lookalike.wide(name));
    keys.remove("");
    return keys;
  }

  /// What a handle and a name can be taken for, to compare others with them.
  public static Set<String> looks(Handle handle, String name) {
    Set<String> looks = new HashSet<>(Lookalike.keys(handle.value()));
    looks.addAll(Lookalike.keys(name));
    return looks;
  }

  /// One of the two names, as somebody wants it.
  private record Candidate(Concern.Of of, String text) {

    // With those of a handle, which has two at most, no more than posts-service takes at once.
    private static final int MOST_KEYS = 6;

    // "Rosa!" is Rosa to every reader, and "R!ta" is Rita.
    Set<String> keys() {
      Set<String> keys = new LinkedHashSet<>(Lookalike.keys(withoutSigns()));
      keys.addAll(Lookalike.keys(text));
      return keys.stream().limit(MOST_KEYS).collect(Collectors.toUnmodifiableSet());
    }

    boolean speaks() {
      return ReservedWords.speaks(text)
          || Stream.of(text, withoutSigns())
              .flatMap(one -> Lookalike.latin(one).stream())
              .anyMatch(ReservedWords::speaks);
    }

    private String withoutSigns() {
      return SIGNS.matcher(text).replaceAll("");
    }

    boolean isIn(Set<String> found) {
      return !Collections.disjoint(found, keys());
    }
  }
}
