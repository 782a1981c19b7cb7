package org.openletter.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyOrder;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.store.Maps;

/// An ordered index, unique or not. Every entry ends in the id of its document, so also a unique
/// index has one entry for each document, and uniqueness is a look at the neighbours.
public final class SecondaryIndex extends Index<Key> implements Scannable {

  private static final byte[] NOTHING = new byte[0];

  private final IndexDefinition definition;
  private final Maps maps;
  private final String mapName;
  private final List<IndexField> parts;
  private final KeyType order;
  private final MVMap<Key, byte[]> entries;
  private boolean fresh;
  private volatile boolean multikey;

  /// Opens the index if the map exists, else begins an empty one.
  public SecondaryIndex(IndexDefinition definition, Maps maps, String mapName) {
    super(
        definition.name(),
        definition.fields().stream().map(f -> new IndexKey(f.name(), !f.descending())).toList(),
        definition.sparse());
    this.definition = definition;
    this.maps = maps;
    this.mapName = mapName;
    this.parts = withId(definition.fields());
    this.order = new KeyType(definition.directions());
    this.fresh = !maps.has(mapName);
    this.entries = maps.open(mapName, order);
    this.multikey = maps.isMarked(mapName);
  }

  private static List<IndexField> withId(List<IndexField> fields) {
    if (fields.stream().anyMatch(field -> field.name().equals("_id"))) {
      return fields;
    }
    List<IndexField> parts = new ArrayList<>(fields);
    parts.add(new IndexField("_id", false));
    return List.copyOf(parts);
  }

  /// What the client declared.
  public IndexDefinition definition() {
    return definition;
  }

  @Override
  public List<IndexField> parts() {
    return parts;
  }

  @Override
  public KeyType order() {
    return order;
  }

  @Override
  public MVMap<Key, byte[]> entries() {
    return entries;
  }

  @Override
  public int identifying() {
    return definition.unique() && !definition.sparse() ? definition.fields().size() : parts.size();
  }

  @Override
  public boolean isMultikey() {
    return multikey;
  }

  @Override
  public @Nullable Document partial() {
    return definition.partial();
  }

  /// The entries the document has, none when it is not one of the partial ones.
  private Entries entriesOf(Document document) {
    Document partial = definition.partial();
    if (partial != null && !new DefaultQueryMatcher().matches(document, partial)) {
      return Entries.none(order);
    }
    return Entries.of(document, parts, order, definition.unique());
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    Entries added = entriesOf(document);
    if (definition.unique() && !(definition.sparse() && added.empty())) {
      added.keys().forEach(key -> refuseSecond(key, collection));
    }
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
    checkAdd(after, collection);
  }

  private void refuseSecond(Key key, MongoCollection<Key> collection) {
    int declared = definition.fields().size();
    @Nullable Object[] first = new Object[parts.size()];
    @Nullable Object[] last = new Object[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      first[i] = i < declared ? key.part(i) : Key.LOWEST;
      last[i] = i < declared ? key.part(i) : Key.HIGHEST;
    }
    Cursor<Key, byte[]> same = entries.cursor(new Key(first), new Key(last), false);
    while (same.hasNext()) {
      if (KeyOrder.compare(same.next().part(idAt()), key.part(idAt())) != 0) {
        Object[] values = Arrays.copyOf(first, declared);
        throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
      }
    }
  }

  /// Makes the entries of the documents that are there already.
  public void build(Iterable<Document> documents, MongoCollection<Key> collection) {
    maps.build(
        mapName,
        between -> {
          for (Document document : documents) {
            checkAdd(document, collection);
            put(entriesOf(document));
            between.run();
          }
        });
    fresh = false;
  }

  /// Whether it has yet to be built. An index that was saved never is, even without entries.
  public boolean isFresh() {
    return fresh;
  }

  /// How many entries the document should have, and how many of them are not there.
  public Audit audit(Document document) {
    Entries expected = entriesOf(document);
    long missing = expected.keys().stream().filter(key -> !entries.containsKey(key)).count();
    return new Audit(expected.keys().size(), missing);
  }

  /// The entries of one document, for a check of the whole index.
  public record Audit(long expected, long missing) {}

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    put(entriesOf(document));
  }

  private void put(Entries added) {
    if (added.multikey() && !multikey) {
      maps.mark(mapName);
      multikey = true;
    }
    added.keys().forEach(key -> entries.put(key, NOTHING));
  }

  @Override
  public @Nullable Key remove(Document document) {
    entriesOf(document).keys().forEach(entries::remove);
    return null;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Key position, MongoCollection<Key> collection) {
    Entries old = entriesOf(before);
    Entries added = entriesOf(after);
    old.keys().stream().filter(key -> !added.keys().contains(key)).forEach(entries::remove);
    added.keys().removeAll(old.keys());
    put(added);
  }

  @Override
  public @Nullable Key getPosition(Document document) {
    return null; // Positions come from the primary index alone.
  }

  /// Tells the removal of a document that this index need not know it.
  @Override
  protected boolean isSparse() {
    return true;
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return other instanceof SecondaryIndex index && definition.equals(index.definition);
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
    return entries.sizeAsLong();
  }

  /// Tells the library that there is nothing to build.
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public boolean isUnique() {
    return definition.unique();
  }

  @Override
  public void drop() {
    maps.remove(mapName);
  }
}
