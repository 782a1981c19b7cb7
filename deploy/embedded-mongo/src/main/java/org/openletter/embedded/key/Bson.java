package org.openletter.embedded.key;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Documents and keys as bytes. Bytes are never changed, so whoever decodes has a private copy.
public final class Bson {

  private static final int USUAL_DOCUMENT = 512;
  private static final int USUAL_KEY = 64;

  private Bson() {}

  /// The document as the bytes that are stored, logged and sent.
  public static byte[] encode(Document document) {
    ByteBuf buffer = Unpooled.buffer(USUAL_DOCUMENT);
    BsonEncoder.encodeDocument(document, buffer);
    return bytesOf(buffer);
  }

  /// A new document, which the caller may change.
  public static Document decode(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  /// The parts of a key one after the other, each with its type.
  public static byte[] encodeKey(Key key) {
    ByteBuf buffer = Unpooled.buffer(USUAL_KEY);
    for (int i = 0; i < key.size(); i++) {
      byte type = BsonEncoder.determineType(key.part(i));
      buffer.writeByte(type);
      BsonEncoder.encodeValue(type, key.part(i), buffer);
    }
    return bytesOf(buffer);
  }

  /// The key whose parts [#encodeKey] wrote.
  public static Key decodeKey(ByteBuffer bytes) {
    ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
    List<@Nullable Object> parts = new ArrayList<>();
    while (buffer.isReadable()) {
      parts.add(BsonDecoder.decodeValue(buffer.readByte(), buffer));
    }
    return new Key(parts.toArray());
  }

  private static byte[] bytesOf(ByteBuf buffer) {
    byte[] bytes = new byte[buffer.readableBytes()];
    buffer.readBytes(bytes);
    return bytes;
  }
}
