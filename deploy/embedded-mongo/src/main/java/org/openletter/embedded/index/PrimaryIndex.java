package org.openletter.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Bson;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyOrder;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.memory.Limits;

/// The index on `_id`, which is the map of the documents itself.
///
/// It is asked before any other index, so it is also the place where a document that grew too large
/// is stopped while nothing has changed yet.
public final class PrimaryIndex extends Index<Key> implements Scannable {

  /// The name every MongoDB client expects.
  public static final String NAME = "_id_";

  private static final int TOO_LARGE = 10334;
  private static final int DOLLAR_PREFIXED = 52;
  private static final int DOTTED = 57;
  private static final List<IndexField> PARTS = List.of(new IndexField("_id", false));

  private final MVMap<Key, byte[]> documents;

  /// The document that was checked last, as it is to be stored.
  private byte @Nullable [] checked;

  /// Over the documents of one collection.
  public PrimaryIndex(MVMap<Key, byte[]> documents) {
    super(NAME, List.of(new IndexKey("_id", true)), false);
    this.documents = documents;
  }

  @Override
  public List<IndexField> parts() {
    return PARTS;
  }

  @Override
  public KeyType order() {
    return KeyType.ASCENDING;
  }

  @Override
  public MVMap<Key, byte[]> entries() {
    return documents;
  }

  @Override
  public int identifying() {
    return 1;
  }

  @Override
  public boolean isMultikey() {
    return false;
  }

  @Override
  public @Nullable Document partial() {
    return null;
  }

  @Override
  public @Nullable Key getPosition(Document document) {
    Key key = new Key(document.get("_id"));
    return documents.containsKey(key) ? key : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    if (getPosition(document) != null) {
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
    }
    if (document.get("_id") instanceof Document id
        && id.keySet().stream().anyMatch(name -> name.startsWith("$"))) {
      throw new MongoServerError(
          DOLLAR_PREFIXED, "DollarPrefixedFieldName", "an _id with an operator cannot be stored");
    }
    if (document.get("_id") instanceof BsonRegularExpression) {
      throw new InvalidIdFieldError("The '_id' value cannot be of type regex");
    }
    checked = refusedIfTooLarge(document);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
    if (KeyOrder.compare(before.get("_id"), after.get("_id")) != 0) {
      throw new ImmutableFieldException(
          "After applying the update, the (immutable) field '_id' was found to have been altered");
    }
    if (after.keySet().stream().anyMatch(name -> name.contains("."))) {
      throw new MongoServerError(
          DOTTED,
          "DottedFieldName",
          "embedded server: changing a document with a dot in the name of a field is not"
              + " available");
    }
    checked = refusedIfTooLarge(after);
  }

  /// The bytes of the document that was checked last, once. The library hands on what it checked
  /// with its fields in another order.
  public byte @Nullable [] takeChecked() {
    byte[] bytes = checked;
    checked = null;
    return bytes;
  }

  private static byte[] refusedIfTooLarge(Document document) {
    byte[] bytes = Bson.encode(document);
    int size = bytes.length;
    if (size > Limits.OF_THIS_PROCESS.document()) {
      throw new MongoServerError(
          TOO_LARGE,
          "BSONObjectTooLarge",
          "a document of "
              + size
              + " bytes is larger than the "
              + Limits.OF_THIS_PROCESS.document()
              + " that are allowed");
    }
    return bytes;
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    // The document is its own entry.
  }

  @Override
  public @Nullable Key remove(Document document) {
    return getPosition(document);
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Key position, MongoCollection<Key> collection) {
    // An id never changes.
  }

  @Override
  public boolean canHandle(Document query) {
    return false; // Queries are planned over all indexes at once.
  }

  @Override
  public Iterable<Key> getPositions(Document query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public boolean isEmpty() {
    return false; // Never to be built.
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  @Override
  public void drop() {
    // Goes with the documents.
  }
}
