package org.openletter.embedded.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// The bytes of one message, or of none when it was too large and was not kept.
///
/// @param id by which the client knows the answer
/// @param silent whether the client wants no answer, as with a write concern of 0
record Frame(int id, int operation, int length, boolean silent, @Nullable ByteBuf bytes) {

  static final int HEADER = 16;

  /// The shortest message: a header and flags.
  static final int SHORTEST = HEADER + 4;

  void release() {
    if (bytes != null) {
      bytes.release();
    }
  }
}
