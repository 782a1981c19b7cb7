package org.openletter.posts.letter;

import java.util.List;
import java.util.Optional;
import org.openletter.platform.text.SafeHtml;

/// All versions of all letters.
public interface Versions {

  /// Adds a version, before a letter points to it. The same one again changes nothing.
  void add(Version version);

  /// One version.
  Optional<Version> find(LetterId letterId, String id);

  /// Keeps a version for good together with its HTML, before it becomes public.
  void keep(LetterId letterId, String id, SafeHtml html);

  /// The HTML of a version that is or was public, as the current renderer makes it.
  Optional<SafeHtml> html(LetterId letterId, String id);

  /// The versions of a letter without their bodies, newest first, at most 200.
  List<Version> of(LetterId letterId);

  /// Forgets one that no letter points to.
  void forget(LetterId letterId, String id);

  /// Forgets all versions of a letter that was discarded.
  void forgetAll(LetterId letterId);
}
