package org.openletter.embedded.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.IndexDefinition;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.SecondaryIndex;
import org.openletter.embedded.key.Bson;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.log.Change;
import org.openletter.embedded.plan.ScanWatch;
import org.openletter.embedded.refusal.NotAvailable;
import org.openletter.embedded.store.Storage;

/// One database: its collections, and the commands on them.
public final class Database extends AbstractSynchronizedMongoDatabase<Key> {

  private static final String DOCUMENTS = "documents/";
  private static final String INDEX = "index/";

  private final Storage storage;
  private final ScanWatch watch;
  private final Cursors cursors;

  /// The index that a running command declares, before its description is saved.
  private @Nullable Document declaring;

  /// Opens the collections and indexes that the store has for this name.
  public Database(
      String name, CursorRegistry registry, Storage storage, ScanWatch watch, Cursors cursors) {
    super(name, registry);
    this.storage = storage;
    this.watch = watch;
    this.cursors = cursors;
    initializeNamespacesAndIndexes();
  }

  /// The names of all databases in a store.
  public static List<String> namesIn(Storage storage) {
    return storage.maps().names(DOCUMENTS).stream()
        .map(map -> map.substring(DOCUMENTS.length(), map.indexOf('/', DOCUMENTS.length())))
        .distinct()
        .toList();
  }

  @Override
  public Document handleCommand(
      @Nullable Channel channel,
      String name,
      Document command,
      DatabaseResolver databases,
      Oplog oplog) {
    return switch (name) {
      case "find" -> new FindCommand(command).run(this, cursors);
      case "aggregate" -> new AggregateCommand(command, databases, oplog).run(this, cursors);
      case "distinct" -> new DistinctCommand(command).run(this);
      case "count" -> CountCommand.run(command, this);
      case "findAndModify" -> {
        StoredCollection existing = collection(Argument.text(command, name));
        if (existing != null) {
          Hints.checkForWriting(command.get("hint"), existing);
        }
        yield inherited(channel, name, command, databases, oplog);
      }
      case "insert", "update", "delete" ->
          BulkWrites.run(
              name,
              command,
              collection(Argument.text(command, name)),
              one -> inherited(channel, name, one, databases, oplog));
      case "createIndexes" -> IndexCommands.create(this, command);
      case "dropIndexes" -> IndexCommands.drop(this, command);
      case "listCollections" -> {
        Document reply = inherited(channel, name, command, databases, oplog);
        yield filtered(reply, (Document) command.get("filter"));
      }
      default -> inherited(channel, name, command, databases, oplog);
    };
  }

  private Document inherited(
      @Nullable Channel channel,
      String name,
      Document command,
      DatabaseResolver databases,
      Oplog oplog) {
    return super.handleCommand(channel, name, command, databases, oplog);
  }

  private static Document filtered(Document reply, @Nullable Document filter) {
    if (filter != null && reply.get("cursor") instanceof Document cursor) {
      List<?> all = Argument.list(cursor, "firstBatch");
      DefaultQueryMatcher matcher = new DefaultQueryMatcher();
      cursor.put(
          "firstBatch",
          all.stream().filter(each -> matcher.matches((Document) each, filter)).toList());
    }
    return reply;
  }

  @Nullable StoredCollection collection(String name) {
    return (StoredCollection) resolveCollection(name, false);
  }

  StoredCollection collectionForWriting(String name) {
    return (StoredCollection) resolveOrCreateCollection(name);
  }

  /// Brings one document to the state of a change from the redo log.
  public void apply(Change change) {
    String collection = change.namespace().substring(getDatabaseName().length() + 1);
    Key key = Bson.decodeKey(ByteBuffer.wrap(change.id()));
    collectionForWriting(collection).apply(key, change.document());
  }

  /// Removes what time-to-live indexes say is over, a limited number at a time.
  public int expire(Instant now) {
    int removed = 0;
    for (String map : storage.maps().names(DOCUMENTS + getDatabaseName() + "/")) {
      StoredCollection collection = collection(map.substring(map.lastIndexOf('/') + 1));
      removed += collection == null ? 0 : collection.expire(now);
    }
    return removed;
  }

  /// A collection comes into being with its first index, or not at all.
  @Override
  protected synchronized MongoCollection<Key> resolveOrCreateCollection(String name) {
    MongoCollection<Key> existing = resolveCollection(name, false);
    return existing == null
        ? storage.create(() -> super.resolveOrCreateCollection(name))
        : existing;
  }

  @Override
  protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
    if (name.contains("/")) {
      throw new NotAvailable("a collection name with '/'");
    }
    return new StoredCollection(
        this,
        name,
        options,
        cursorRegistry,
        storage.maps().open(DOCUMENTS + getDatabaseName() + "/" + name, KeyType.ASCENDING),
        storage,
        watch);
  }

  /// Declares an index; its description is saved with the collections.
  synchronized void declare(Document description) {
    declaring = description;
    try {
      addIndex(description);
    } finally {
      declaring = null;
    }
  }

  /// Removes an index and its description.
  synchronized void undeclare(StoredCollection collection, String indexName) {
    collection.dropIndex(indexName);
    Document description = new Document("ns", collection.getFullName()).append("name", indexName);
    getOrCreateIndexesCollection().deleteDocuments(description, 0);
  }

  @Override
  protected Index<Key> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    if (name.equals(PrimaryIndex.NAME)) {
      return ((StoredCollection) resolveCollection(collection, true)).primary();
    }
    return openOrCreateSecondaryIndex(collection, name, keys, sparse);
  }

  @Override
  protected Index<Key> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    String map = INDEX + getDatabaseName() + "/" + collection + "/" + name;
    return new SecondaryIndex(
        IndexDefinition.of(description(collection, name)), storage.maps(), map);
  }

  private Document description(String collection, String name) {
    if (declaring != null && name.equals(declaring.get("name"))) {
      return declaring;
    }
    Document wanted =
        new Document("ns", getFullCollectionNamespace(collection)).append("name", name);
    return getOrCreateIndexesCollection().handleQuery(wanted).iterator().next();
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    storage.maps().remove(DOCUMENTS + getDatabaseName() + "/" + name);
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    throw new NotAvailable("renaming a collection");
  }

  @Override
  protected long getStorageSize() {
    return storage.fileBytes();
  }

  @Override
  protected long getFileSize() {
    return storage.fileBytes();
  }
}
