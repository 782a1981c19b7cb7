package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.key.Bson;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.log.Change;
import org.openletter.embedded.store.Storage;

/// Documents as bytes in a map, with every change in the redo log.
abstract class KeptDocuments extends AbstractMongoCollection<Key> {

  private final MVMap<Key, byte[]> documents;
  private final Storage storage;
  private final PrimaryIndex primary;
  private final boolean logged;
  private long updated;

  KeptDocuments(
      Database database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      MVMap<Key, byte[]> documents,
      Storage storage) {
    super(database, name, options, cursors);
    this.documents = documents;
    this.storage = storage;
    this.primary = new PrimaryIndex(documents);
    // What collections and indexes there are is saved by a checkpoint, not by the log.
    this.logged = !name.startsWith("system.");
  }

  /// The index on the ids.
  public final PrimaryIndex primary() {
    return primary;
  }

  /// How often a document became another one.
  final long updated() {
    return updated;
  }

  @Override
  protected Key addDocumentInternal(Document document) {
    Key key = getIdField() == null ? nextNumber() : new Key(document.get(getIdField()));
    save(key, document);
    return key;
  }

  /// Descriptions of indexes have no id; they are kept in the order in which they came.
  private Key nextNumber() {
    Key last = documents.lastKey();
    return new Key(last != null && last.part(0) instanceof Long number ? number + 1 : 0L);
  }

  @Override
  protected void handleUpdate(Key position, Document before, Document after) {
    updated++;
    save(position, after);
  }

  private void save(Key key, Document document) {
    byte[] checked = primary.takeChecked();
    byte[] bytes = checked == null ? Bson.encode(document) : checked;
    documents.put(key, bytes);
    log(key, bytes);
  }

  @Override
  protected void removeDocument(Key position) {
    documents.remove(position);
    log(position, null);
  }

  private void log(Key key, byte @Nullable [] bytes) {
    if (logged) {
      storage.log(new Change(getFullName(), Bson.encodeKey(key), bytes));
    }
  }

  /// Brings a document to the state of a change that was logged. Nothing is checked: it was when
  /// the change was made, and on the way there two documents may have a unique value in turn.
  final synchronized void apply(Key key, byte @Nullable [] bytes) {
    Document before = getDocument(key);
    if (before != null) {
      getIndexes().forEach(index -> index.remove(before));
      documents.remove(key);
    }
    if (bytes != null) {
      documents.put(key, bytes);
      Document after = Bson.decode(bytes);
      getIndexes().forEach(index -> index.add(after, key, this));
    }
  }

  @Override
  protected @Nullable Document getDocument(Key position) {
    byte[] bytes = documents.get(position);
    return bytes == null ? null : Bson.decode(bytes);
  }

  @Override
  protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
    Cursor<Key, byte[]> cursor = documents.cursor(null);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
        .map(key -> new DocumentWithPosition<>(Bson.decode(cursor.getValue()), key));
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int difference) {
    // Not tracked.
  }

  @Override
  protected int getDataSize() {
    return 0;
  }
}
