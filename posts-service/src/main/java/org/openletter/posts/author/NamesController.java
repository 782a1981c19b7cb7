package org.openletter.posts.author;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.posts.PostsRefusals;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Tells profiles-service whether a name is one of a public letter. Asked by POST, because names do
/// not belong into addresses.
@RestController
class NamesController {

  // A handle and a name, each with and without signs that stand for letters.
  private static final int MOST_KEYS = 8;

  private static final int LONGEST_KEY = 400;

  private final FindNames findNames;

  NamesController(FindNames findNames) {
    this.findNames = findNames;
  }

  @PostMapping("/internal/names")
  ResponseEntity<FindNames.Found> find(@RequestBody Asked asked) {
    List<String> keys = asked.keys();
    if (keys == null || keys.size() > MOST_KEYS || keys.stream().anyMatch(k -> !fits(k))) {
      return PostsRefusals.TOO_MANY_NAMES.answer();
    }
    String account = asked.account();
    return ResponseEntity.ok(findNames.find(Set.copyOf(keys), account == null ? "" : account));
  }

  private static boolean fits(@Nullable String key) {
    return key != null && !key.isEmpty() && key.length() <= LONGEST_KEY;
  }

  /// @param account whoever wants the name; null when the account is not made yet
  record Asked(@Nullable List<String> keys, @Nullable String account) {}
}
