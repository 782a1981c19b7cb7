package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.Scannable;
import org.openletter.embedded.index.SecondaryIndex;
import org.openletter.embedded.key.Key;
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
final class StoredCollection extends KeptDocuments implements Source {

  private static final int EXPIRED_AT_ONCE = 1000;

  private final MVMap<Key, byte[]> documents;
  private final PrimaryIndex primary;
  private final Storage storage;
  private final ScanWatch watch;

  StoredCollection(
      Database database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      MVMap<Key, byte[]> documents,
      Storage storage,
      ScanWatch watch) {
    super(database, name, options, cursors, documents, storage);
    this.documents = documents;
    this.primary = new PrimaryIndex(documents);
    this.storage = storage;
    this.watch = watch;
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
    storage.change(() -> {
      super.addDocument(document);
      return document;
    });
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
    if (!multi) {
      return storage.change(
          () -> super.updateDocuments(selector, update, arrayFilters, false, upsert, oplog));
    }
    long matched = 0;
    long modified = 0;
    Iterator<Document> found = find(Query.of(selector)).all();
    while (found.hasNext()) {
      Document one = new Document(selector);
      one.put("_id", found.next().get("_id"));
      Document reply =
          storage.change(
              () -> super.updateDocuments(one, update, arrayFilters, true, false, oplog));
      matched += Argument.number(reply, "n");
      modified += Argument.number(reply, "nModified");
    }
    if (matched == 0 && upsert) {
      return storage.change(
          () -> super.updateDocuments(selector, update, arrayFilters, true, true, oplog));
    }
    return new Document("n", (int) matched).append("nModified", (int) modified);
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
    storage.change(() -> {
      super.removeDocument(document);
      return document;
    });
  }

  @Override
  public synchronized Document findAndModify(Document command) {
    return storage.change(() -> super.findAndModify(command));
  }

  @Override
  public synchronized void addIndex(Index<Key> index) {
    if (index instanceof SecondaryIndex secondary && secondary.isFresh()) {
      try {
        secondary.build(this::everything, this);
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

  /// All documents, of the state in which the collection is now.
  Iterator<Document> everything() {
    return Results.of(this, Query.of(new Document()), new ScanWatch()).all();
  }

  /// Compares every index with the documents; the reply is that of MongoDB.
  @Override
  public synchronized Document validate() {
    return IndexCheck.run(this);
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
}
