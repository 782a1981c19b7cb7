package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;
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
final class StoredCollection extends WrittenDocuments implements Source {

  private static final int EXPIRED_AT_ONCE = 1000;

  private final MVMap<Key, byte[]> documents;
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
    this.watch = watch;
  }

  @Override
  public String namespace() {
    return getFullName();
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
    return Projections.inOrder(found, projected.collectDocuments());
  }

  @Override
  synchronized Results find(Query query) {
    return Results.of(this, query, watch);
  }

  @Override
  protected QueryResult matchDocuments(
      Document filter, Document sort, int skip, int limit, int batchSize, Document projection) {
    return queryDocuments(filter, sort, skip, limit, batchSize, projection);
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
