package org.openletter.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/// A command as it came.
record Request(String database, Document command) {

  static final int OP_QUERY = 2004;
  static final int OP_MSG = 2013;

  private static final int CHECKSUM = 1;
  private static final int MORE_TO_COME = 1 << 1;

  /// Bits up to here must be understood, those above may be ignored.
  private static final int MUST_BE_KNOWN = 0xFFFF;

  private static final int PROTOCOL_ERROR = 17;
  private static final String COMMANDS = ".$cmd";

  /// Whether these flags say that the client waits for no answer.
  static boolean isSilent(int flags) {
    return (flags & MORE_TO_COME) != 0;
  }

  static Request of(int operation, ByteBuf bytes) {
    bytes.skipBytes(Frame.HEADER);
    return switch (operation) {
      case OP_MSG -> message(bytes);
      case OP_QUERY -> query(bytes);
      default -> throw wrong("the operation " + operation + " of the protocol is not available");
    };
  }

  private static Request message(ByteBuf bytes) {
    int flags = bytes.readIntLE();
    if ((flags & MUST_BE_KNOWN & ~(CHECKSUM | MORE_TO_COME)) != 0) {
      throw wrong("unknown flags " + flags);
    }
    int end = bytes.writerIndex() - ((flags & CHECKSUM) != 0 ? 4 : 0);
    Document command = null;
    List<Sequence> sequences = new ArrayList<>();
    while (bytes.readerIndex() < end) {
      byte kind = bytes.readByte();
      if (kind == 0 && command == null) {
        command = BsonDecoder.decodeBson(bytes);
      } else if (kind == 1) {
        sequences.add(sequence(bytes));
      } else {
        throw wrong("a section of the kind " + kind);
      }
    }
    if (command == null || command.isEmpty()) {
      throw wrong("a message without a command");
    }
    for (Sequence sequence : sequences) {
      command.put(sequence.name, sequence.documents);
    }
    if (!(command.get("$db") instanceof String database)) {
      throw wrong("a command without '$db'");
    }
    return new Request(database, command);
  }

  private static Sequence sequence(ByteBuf bytes) {
    int end = bytes.readerIndex() + bytes.readIntLE();
    String name = BsonDecoder.decodeCString(bytes);
    List<Document> documents = new ArrayList<>();
    while (bytes.readerIndex() < end) {
      documents.add(BsonDecoder.decodeBson(bytes));
    }
    return new Sequence(name, documents);
  }

  private record Sequence(String name, List<Document> documents) {}

  /// Drivers still say their first `hello` like this, and nothing else.
  private static Request query(ByteBuf bytes) {
    bytes.skipBytes(4); // Flags that tell where to read from.
    String collection = BsonDecoder.decodeCString(bytes);
    bytes.skipBytes(8); // How many documents; it is always one.
    Document command = BsonDecoder.decodeBson(bytes);
    if (!collection.endsWith(COMMANDS) || command.isEmpty()) {
      throw wrong("the protocol of drivers from before 2017 is not available");
    }
    String database = collection.substring(0, collection.length() - COMMANDS.length());
    return new Request(
        database, command.get("$query") instanceof Document wrapped ? wrapped : command);
  }

  private static MongoServerError wrong(String sentence) {
    return new MongoServerError(PROTOCOL_ERROR, "ProtocolError", "embedded server: " + sentence);
  }
}
