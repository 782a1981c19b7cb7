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

  /// Its letters in the order of the file, without their bodies.
  List<Import.ImportedLetter> letters(String importId);

  /// One letter with its body.
  Optional<Import.ImportedLetter> letter(String importId, int number);

  /// One batch of responses; empty when it is gone.
  Optional<List<ImportedComment>> batch(String importId, int letter, int batch);

  /// Marks these letters as chosen and keeps everything until `end`, so that it can be delivered.
  void confirm(String importId, Set<Integer> letters, Instant end);

  /// Everything was delivered.
  void done(String importId);

  /// Forgets the import and what belongs to it.
  void remove(String importId);
}
