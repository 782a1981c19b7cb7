package org.openletter.moderation.repeat;

import java.util.List;

/// Remembers texts for thirty days, by their fingerprints.
public interface Repeats {

  /// Texts that may be alike, at most some dozens, never the one with the same id. What came from
  /// files is left out when `imported`: bringing in the same file again repeats nothing.
  List<Fingerprint> alike(Fingerprint text, boolean imported);

  /// Keeps a fingerprint. The same id again replaces the earlier one.
  void remember(Fingerprint text, boolean imported);
}
