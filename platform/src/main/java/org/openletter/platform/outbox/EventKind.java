package org.openletter.platform.outbox;

import java.util.Locale;

/// A kind of event. A service has one enum of them for each collection with an outbox, so that a
/// kind which nobody hears is found when the service starts.
public interface EventKind {

  /// The name of the constant.
  String name();

  /// The word that is stored.
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
