package org.openletter.embedded.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One document as it is after a change, or its removal. Applying a change twice is harmless.
public final class Change {

  private static final int FIXED_PART = 1 + 3 * Integer.BYTES;

  private final String namespace;
  private final byte[] id;
  private final byte @Nullable [] document;

  /// A change in `database.collection`; no document means that it is gone.
  public Change(String namespace, byte[] id, byte @Nullable [] document) {
    this.namespace = namespace;
    this.id = id;
    this.document = document;
  }

  /// Database and collection with a dot between.
  public String namespace() {
    return namespace;
  }

  /// The encoded key of the document.
  public byte[] id() {
    return id;
  }

  /// The encoded document, or null when it was removed.
  public byte @Nullable [] document() {
    return document;
  }

  byte[] encode() {
    byte[] name = namespace.getBytes(StandardCharsets.UTF_8);
    byte[] content = document == null ? new byte[0] : document;
    ByteBuffer bytes =
        ByteBuffer.allocate(FIXED_PART + name.length + id.length + content.length)
            .put((byte) (document == null ? 0 : 1));
    put(bytes, name);
    put(bytes, id);
    put(bytes, content);
    return bytes.array();
  }

  static Change decode(ByteBuffer bytes) {
    boolean present = bytes.get() == 1;
    String name = new String(take(bytes), StandardCharsets.UTF_8);
    byte[] id = take(bytes);
    byte[] content = take(bytes);
    return new Change(name, id, present ? content : null);
  }

  private static void put(ByteBuffer bytes, byte[] part) {
    bytes.putInt(part.length).put(part);
  }

  private static byte[] take(ByteBuffer bytes) {
    byte[] part = new byte[bytes.getInt()];
    bytes.get(part);
    return part;
  }
}
