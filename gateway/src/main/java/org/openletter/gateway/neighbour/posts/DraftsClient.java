package org.openletter.gateway.neighbour.posts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.SafeHtml;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// A person's own letters, from the first words until they are withdrawn. A letter of somebody else
/// is refused with 404 like one that does not exist.
@FeignClient(name = "posts-service", contextId = "drafts", url = "${openletter.posts-service.url}")
public interface DraftsClient {

  /// Her letters, last saved first.
  ///
  /// @param before where the page begins, or null for the first
  /// @param limit at most so many; null for a usual page
  @GetMapping("/letters/mine")
  Mine mine(
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable Integer limit);

  /// Begins a letter; the same key with the same words begins it once.
  @PostMapping("/letters")
  Draft begin(@RequestBody NewLetter letter);

  /// One of her letters as she left it.
  @GetMapping("/letters/{id}/draft")
  Draft draft(@PathVariable String id);

  /// Keeps the words, if nobody kept others since `version`.
  @PutMapping("/letters/{id}/draft")
  Draft save(@PathVariable String id, @RequestBody ChangedLetter letter);

  /// The words as readers will see them; nothing is kept.
  @PostMapping("/letters/preview")
  Preview preview(@RequestBody Words words);

  /// Makes the kept words public, if they are still these.
  @PutMapping("/letters/{id}/publication")
  Published publish(@PathVariable String id, @RequestBody Version version);

  /// What was kept before, newest first.
  @GetMapping("/letters/{id}/versions")
  Versions versions(@PathVariable String id);

  /// One text that was kept before.
  @GetMapping("/letters/{id}/versions/{number}")
  Text text(@PathVariable String id, @PathVariable int number);

  /// Makes that text the newest one, if the newest is still this version.
  @PutMapping("/letters/{id}/versions/{number}/restoration")
  Draft restore(@PathVariable String id, @PathVariable int number, @RequestBody Version version);

  /// Takes a public letter out of sight.
  ///
  /// @param version of the public words, as she saw them
  @DeleteMapping("/letters/{id}/publication")
  void withdraw(@PathVariable String id, @RequestParam int version);

  /// Deletes a draft that never was public.
  ///
  /// @param version of the words, as she saw them
  @DeleteMapping("/letters/{id}")
  void discard(@PathVariable String id, @RequestParam int version);

  /// One page of her letters.
  record Mine(List<Draft> letters, @Nullable String next) {

    /// An answer without them makes no sense.
    public Mine {
      Objects.requireNonNull(letters);
    }
  }

  /// A letter that does not exist yet.
  record NewLetter(
      String title,
      String addressee,
      String byline,
      String disclaimer,
      List<String> topics,
      String body,
      String language,
      String key) {}

  /// New words for a letter.
  ///
  /// @param apart whether the words before stay a version of their own
  record ChangedLetter(
      String title,
      String addressee,
      String byline,
      String disclaimer,
      List<String> topics,
      String body,
      String language,
      int version,
      boolean apart) {}

  /// What a preview is made from.
  record Words(String title, String addressee, String byline, String body, String language) {}

  /// The version that somebody looked at when she decided.
  record Version(int version) {}

  /// Where readers find the letter.
  record Published(String id, @Nullable String slug, @Nullable Instant publishedAt) {

    /// Where it stands.
    public String address() {
      return LetterAddress.of(id, slug == null ? "" : slug);
    }
  }

  /// The rendered words.
  ///
  /// @param minutes to read them
  /// @param language chosen or found, as a language tag; empty when it is not known
  record Preview(SafeHtml html, int words, int minutes, @Nullable String language) {}

  /// One text of a letter, whole.
  ///
  /// @param published whether readers see this one
  record Text(
      int version,
      Instant at,
      boolean published,
      @Nullable String title,
      @Nullable String addressee,
      @Nullable String byline,
      @Nullable String disclaimer,
      @Nullable List<String> topics,
      @Nullable String language,
      @Nullable String body) {}

  /// All versions that were kept.
  record Versions(List<Kept> versions) {}

  /// One version that was kept.
  ///
  /// @param published whether readers see this one
  record Kept(int version, Instant at, @Nullable String title, boolean published) {}
}
