package org.openletter.gateway.door.cache;

/// Something else of this gateway that keeps what was public, and has to forget it with the pages.
public interface KeptElsewhere {

  /// Something of this letter, or all of it, is not public any more.
  void forget(String letterId);
}
