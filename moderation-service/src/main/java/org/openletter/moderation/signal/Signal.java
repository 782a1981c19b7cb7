package org.openletter.moderation.signal;

import java.util.List;
import org.openletter.moderation.view.Views;

/// Looks at one response for one kind of thing. Takes time in proportion to the text's length,
/// keeps nothing between calls and may be asked by many threads at once.
@FunctionalInterface
public interface Signal {

  /// What it found; empty when there is nothing to say.
  List<Finding> look(Submission submission, Views views);
}
