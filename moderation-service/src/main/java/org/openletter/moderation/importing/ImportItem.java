package org.openletter.moderation.importing;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.openletter.moderation.screening.Verdict;
import org.openletter.moderation.view.Views;
import org.openletter.moderation.view.Word;

/// A response of an import with its verdict.
///
/// @param words its words, each once
record ImportItem(String id, String name, Set<String> words, Verdict verdict) {

  static ImportItem of(String id, String name, String text, Verdict verdict) {
    Set<String> words = new HashSet<>();
    for (Word word : Views.of(text).words()) {
      words.add(word.text());
    }
    return new ImportItem(id, name.strip().toLowerCase(Locale.ROOT), words, verdict);
  }

  /// The share of the shorter text's words that the other has, too.
  double shared(ImportItem other) {
    Set<String> shorter = words.size() <= other.words.size() ? words : other.words;
    Set<String> longer = shorter.equals(words) ? other.words : words;
    if (shorter.isEmpty()) {
      return 0;
    }
    return (double) shorter.stream().filter(longer::contains).count() / shorter.size();
  }

  boolean hasReason(String code) {
    return verdict.reasons().stream().anyMatch(reason -> reason.code().equals(code));
  }

  /// A fact of a reason, empty when there is none.
  String fact(String code, String parameter) {
    return verdict.reasons().stream()
        .filter(reason -> reason.code().equals(code))
        .map(reason -> String.valueOf(reason.parameters().getOrDefault(parameter, "")))
        .findFirst()
        .orElse("");
  }
}
