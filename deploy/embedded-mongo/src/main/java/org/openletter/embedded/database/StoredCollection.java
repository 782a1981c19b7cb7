package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.Scannable;
import org.openletter.embedded.index.SecondaryIndex;
import org.openletter.embedded.key.Bson;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.log.Change;
import org.openletter.embedded.plan.Query;
import org.openletter.embedded.plan.ScanWatch;
import org.openletter.embedded.scan.Results;
import org.openletter.embedded.scan.Snapshot;
import org.openletter.embedded.scan.Source;
import org.openletter.embedded.store.Storage;

/// The documents of a collection and their indexes.
///
/// Changes wait for each other, one command after the other. Reading waits for nobody: it takes a
/// snapshot between two changes and works on that.
final class StoredCollection extends AbstractMongoCollection<Key> implements Source {

  private static final int EXPIRED_AT_ONCE = 1000;

  private final MVMap<Key, byte[]> documents;
  private final PrimaryIndex primary;
  private final Storage storage;
  private final ScanWatch watch;
  private final boolean logged;

  StoredCollection(
      Database database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      MVMap<Key, byte[]> documents,
      Storage storage,
      ScanWatch watch) {
    super(database, name, options, cursors);
    this.documents = documents;
    this.primary = new PrimaryIndex(documents);
    this.storage = storage;
    this.watch = watch;
    // What collections and indexes there are is saved by a checkpoint, not by the log.
    this.logged = !name.startsWith("system.");
  }

  @Override
  public String namespace() {
    return getFullName();
  }

  @Override
  public PrimaryIndex primary() {
    return primary;
  }

  @Override
  public List<SecondaryIndex> secondary() {
    return getIndexes().stream()
        .filter(SecondaryIndex.class::isInstance)
        .map(SecondaryIndex.class::cast)
        .toList();
  }

  @Override
  public synchronized Snapshot snapshot(Scannable index) {
    return new Snapshot(index.entries().getRoot(), documents.getRoot());
  }

  @Override
  public List<Document> project(List<Document> found, Document projection) {
    QueryResult projected =
        matchDocumentsFromStream(
            new Document(), found.stream(), 0, 0, 0, (Comparator<Document>) null, projection);
    return projected.collectDocuments();
  }

  synchronized Results find(Query query) {
    return Results.of(this, query, watch);
  }

  @Override
  protected QueryResult queryDocuments(
      Document filter,
      @Nullable Document sort,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    Document order = sort == null ? new Document() : sort;
    Document conditions = filter == null ? new Document() : filter;
    Results results = find(new Query(conditions, order, skip, limit, projection, null));
    return new QueryResult(results::all);
  }

  @Override
  protected QueryResult matchDocuments(
      Document filter, Document sort, int skip, int limit, int batchSize, Document projection) {
    return queryDocuments(filter, sort, skip, limit, batchSize, projection);
  }

  @Override
  public synchronized void addDocument(Document document) {
    super.addDocument(document);
  }

  @Override
  public synchronized List<Document> insertDocuments(List<Document> inserted, boolean ordered) {
    return super.insertDocuments(inserted, ordered);
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
  }

  @Override
  public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
    int deleted = 0;
    Iterator<Document> found =
        find(new Query(selector, new Document(), 0, limit, null, null)).all();
    while (found.hasNext()) {
      removeDocument(found.next());
      deleted++;
    }
    return deleted;
  }

  @Override
  public synchronized void removeDocument(Document document) {
    super.removeDocument(document);
  }

  @Override
  public synchronized Document findAndModify(Document command) {
    return super.findAndModify(command);
  }

  @Override
  public synchronized void addIndex(Index<Key> index) {
    if (index instanceof SecondaryIndex secondary && secondary.isFresh()) {
      try {
        secondary.build(() -> everything().all(), this);
      } catch (MongoServerError e) {
        index.drop(); // A half-built index would be taken for a whole one.
        throw new IndexBuildFailedException(e, this);
      }
    }
    super.addIndex(index);
  }

  @Override
  public synchronized void dropIndex(String name) {
    super.dropIndex(name);
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
    save(position, after);
  }

  private void save(Key key, Document document) {
    byte[] bytes = Bson.encode(document);
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

  /// Brings a document to the state of a change that was logged.
  synchronized void apply(Key key, byte @Nullable [] bytes) {
    Document before = getDocument(key);
    if (before != null) {
      removeDocument(before);
    }
    if (bytes != null) {
      addDocument(Bson.decode(bytes));
    }
  }

  private Results everything() {
    return Results.of(this, Query.of(new Document()), new ScanWatch());
  }

  /// Compares every index with the documents; the reply is that of MongoDB.
  @Override
  public synchronized Document validate() {
    List<String> problems = new ArrayList<>();
    Document counts = new Document(PrimaryIndex.NAME, primary.getCount());
    for (SecondaryIndex index : secondary()) {
      counts.put(index.getName(), index.getCount());
      long expected = 0;
      long missing = 0;
      Iterator<Document> all = everything().all();
      while (all.hasNext()) {
        SecondaryIndex.Audit audit = index.audit(all.next());
        expected += audit.expected();
        missing += audit.missing();
      }
      if (missing > 0 || expected != index.getCount()) {
        problems.add(
            index.getName()
                + (" has " + index.getCount() + " entries, expected are " + expected)
                + (", missing are " + missing));
      }
    }
    return new Document("ns", getFullName())
        .append("nrecords", documents.size())
        .append("nIndexes", getNumIndexes())
        .append("keysPerIndex", counts)
        .append("valid", problems.isEmpty())
        .append("errors", problems)
        .append("ok", 1.0);
  }

  /// Removes what a time-to-live index says is over, and returns how many documents that were.
  int expire(Instant now) {
    int removed = 0;
    for (SecondaryIndex index : indexesNow()) {
      if (index.definition().expireAfter() != null) {
        Document expired =
            index.definition().partial() == null
                ? new Document()
                : index.definition().partial().cloneDeeply();
        Instant before = now.minus(index.definition().expireAfter());
        expired.put(index.definition().fields().getFirst().name(), new Document("$lt", before));
        removed += deleteDocuments(expired, EXPIRED_AT_ONCE, NoopOplog.get());
      }
    }
    return removed;
  }

  private synchronized List<SecondaryIndex> indexesNow() {
    return secondary();
  }

  @Override
  protected @Nullable Document getDocument(Key position) {
    byte[] bytes = documents.get(position);
    return bytes == null ? null : Bson.decode(bytes);
  }

  @Override
  protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
    var cursor = documents.cursor(null);
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
