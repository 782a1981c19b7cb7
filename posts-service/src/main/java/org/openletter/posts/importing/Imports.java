package org.openletter.posts.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openletter.posts.comment.ImportedComments.ImportedComment;

/// All imports. Nothing in here is found after its time, whether it was swept away or not.
public interface Imports {

  /// Keeps the responses of one letter, before the import they belong to.
  void addBatch(
      String importId, int letter, int batch, List<ImportedComment> comments, Instant end);

  /// Keeps a letter, before the import it belongs to.
  void addLetter(String importId, Import.ImportedLetter letter, Instant end);

  /// Keeps the import itself.
  void add(Import checked);

  /// An import of this owner; empty when there is none, it is somebody else's, or its time is over.
  Optional<Import> find(String id, String ownerId, Instant now);

  /// Up to 100 of its letters in the order of the file, without their bodies.
  ///
  /// @param from the number of the first one
  List<Import.ImportedLetter> letters(String importId, int from);

  /// Letters by their numbers on the old site, without their bodies, at most 100.
  List<Import.ImportedLetter> letters(String importId, List<String> sources);

  /// Letters by their numbers in the file, without their bodies, at most 100.
  List<Import.ImportedLetter> letters(String importId, Set<Integer> numbers);

  /// One letter with its body.
  Optional<Import.ImportedLetter> letter(String importId, int number);

  /// One batch of responses; empty when it is gone.
  Optional<List<ImportedComment>> batch(String importId, int letter, int batch);

  /// Keeps what was chosen, and the import until `end`, so that it can be delivered. What was not
  /// chosen is kept no longer than before.
  ///
  /// @param found the import as it was when the choice was made
  /// @param added those of the chosen letters that were not chosen before; they and their responses
  ///   are kept until `end`
  /// @param due when somebody else goes on with it, if nobody has by then
  Confirmed confirm(
      Import found,
      Import.Choice choice,
      List<Import.ImportedLetter> added,
      Instant due,
      Instant end);

  /// Remembers that this letter has become a draft. False when the import was cancelled meanwhile.
  boolean here(String importId, int number);

  /// Takes one that has waited for somebody to go on with it, and keeps others away until `until`.
  Optional<Import> claim(Instant now, Instant until);

  /// Lets somebody go on with it from `due` on.
  void postpone(String importId, Instant due);

  /// Everything that was chosen by `found` is here; only its delivery is to be waited for.
  void rest(Import found);

  /// Everything was delivered.
  void done(String importId);

  /// Stops one that is being brought in: nobody finds it any more, and from `due` on somebody takes
  /// back what came of it.
  ///
  /// @param found the import as its owner has seen it
  /// @return how it is now; empty when it was changed meanwhile, and nothing is stopped
  Optional<Import> cancel(Import found, Instant due);

  /// Forgets the import and what belongs to it. False when it is not as `found` any more; then
  /// nothing is forgotten.
  boolean remove(Import found);

  /// Forgets the import; its batches stay until their time is over, for letters that stay.
  void forget(String importId);

  /// How many wait for somebody to go on, counted up to `most`.
  long waiting(int most);

  /// When the oldest of them was checked.
  Optional<Instant> oldest();

  /// What became of a choice.
  enum Confirmed {
    DONE,
    /// Somebody else chose meanwhile.
    CHANGED,
    /// Some of it was swept away meanwhile, because its time was over; nothing is chosen.
    GONE
  }
}
