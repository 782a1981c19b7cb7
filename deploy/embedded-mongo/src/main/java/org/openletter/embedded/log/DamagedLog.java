package org.openletter.embedded.log;

/// The redo log has a hole in the middle; going on would silently lose acknowledged writes.
public final class DamagedLog extends RuntimeException {

  DamagedLog(String sentence) {
    super(sentence);
  }
}
