package org.openletter.embedded.wire;

import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.buffer.ByteBuf;

/// What a message will need in memory, told from its bytes without decoding them. A document of
/// numbers alone takes twenty times its size.
final class Weight {

  /// A field: its name, its value and its place in the map.
  private static final int BYTES_OF_A_FIELD = 150;

  /// Decoded, encoded for its size, stored, logged and written.
  private static final int COPIES = 8;

  /// As in MongoDB.
  private static final int DEEPEST = 100;

  private static final int OVERFLOW = 15;
  private static final int INVALID_BSON = 22;

  private final ByteBuf bytes;
  private long fields;

  private Weight(ByteBuf bytes) {
    this.bytes = bytes;
  }

  /// Bytes of heap for a message with all its documents.
  static long of(int operation, ByteBuf message) {
    Weight weight = new Weight(message.duplicate());
    try {
      if (operation == Request.OP_MSG) {
        weight.messageFrom(message.readerIndex() + Frame.HEADER + 4);
      }
    } catch (IndexOutOfBoundsException e) {
      throw invalid();
    }
    return (long) COPIES * message.readableBytes() + BYTES_OF_A_FIELD * weight.fields;
  }

  private void messageFrom(int position) {
    bytes.readerIndex(position);
    while (bytes.readableBytes() > 4) { // A checksum may follow.
      byte kind = bytes.readByte();
      if (kind == 0) {
        document(0);
      } else {
        int end = bytes.readerIndex() + bytes.readIntLE();
        skipText();
        while (bytes.readerIndex() < end) {
          document(0);
        }
      }
    }
  }

  private void document(int depth) {
    if (depth > DEEPEST) {
      throw new MongoServerError(
          OVERFLOW, "Overflow", "embedded server: documents in documents, more than 100 deep");
    }
    int end = bytes.readerIndex() + bytes.readIntLE() - 1;
    while (bytes.readerIndex() < end) {
      byte type = bytes.readByte();
      skipText();
      fields++;
      skipValue(type, depth);
    }
    if (bytes.readerIndex() != end || bytes.readByte() != 0) {
      throw invalid();
    }
  }

  private void skipValue(byte type, int depth) {
    switch (type) {
      case 3, 4 -> document(depth + 1);
      case 2, 13, 14 -> skip(bytes.readIntLE());
      case 5 -> skip(bytes.readIntLE() + 1);
      case 1, 9, 17, 18 -> skip(8);
      case 16 -> skip(4);
      case 7 -> skip(12);
      case 8 -> skip(1);
      case 19 -> skip(16);
      case 11 -> {
        skipText();
        skipText();
      }
      case 10, 127, -1 -> {
        // The type is the value.
      }
      default ->
          throw new MongoServerError(
              INVALID_BSON,
              "InvalidBSON",
              "embedded server: a value of the type " + type + " is not available");
    }
  }

  private void skip(int length) {
    if (length < 0) {
      throw invalid();
    }
    bytes.skipBytes(length);
  }

  private void skipText() {
    int length = bytes.bytesBefore((byte) 0);
    if (length < 0) {
      throw invalid();
    }
    bytes.skipBytes(length + 1);
  }

  private static MongoServerError invalid() {
    return new MongoServerError(
        INVALID_BSON, "InvalidBSON", "embedded server: the message is no whole BSON");
  }
}
