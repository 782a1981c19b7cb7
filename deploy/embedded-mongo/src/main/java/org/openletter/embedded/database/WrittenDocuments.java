package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.memory.Footprint;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.plan.Query;
import org.openletter.embedded.scan.Results;
import org.openletter.embedded.store.Storage;

/// Changes, one command after the other and one document at a time. Which documents are to be
/// changed is found here; the library is given each of them and computes what becomes of it.
abstract class WrittenDocuments extends KeptDocuments {

  private final Storage storage;

  /// What the library finds while it has this monitor; null when it may look for itself.
  private @Nullable List<Document> given;

  private @Nullable UpsertFields upserting;

  WrittenDocuments(
      Database database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      MVMap<Key, byte[]> documents,
      Storage storage) {
    super(database, name, options, cursors, documents, storage);
    this.storage = storage;
  }

  abstract Results find(Query query);

  @Override
  protected QueryResult queryDocuments(
      Document filter,
      @Nullable Document sort,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    if (Thread.holdsLock(this) && given != null) {
      return new QueryResult(given);
    }
    Document order = sort == null ? new Document() : sort;
    Document conditions = filter == null ? new Document() : filter;
    Results results = find(new Query(conditions, order, skip, limit, projection, null));
    return new QueryResult(() -> counted(results.all()));
  }

  /// The library joins what it reads to something it keeps.
  private static Iterator<Document> counted(Iterator<Document> found) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public Document next() {
        Document next = found.next();
        Kept.add(Footprint.of(next));
        return next;
      }
    };
  }

  @Override
  public synchronized void addDocument(Document document) {
    storage.change(() -> {
      if (upserting != null) {
        upserting.settle(document);
      }
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
    Iterator<Document> found =
        find(new Query(selector, new Document(), 0, multi ? 0 : 1, null, null)).all();
    long matched = 0;
    long before = updated();
    while (found.hasNext()) {
      Document one = found.next();
      UpdateRules.checkId(update, one.get("_id"));
      changeGiven(
          List.of(one),
          null,
          () -> super.updateDocuments(selector, update, arrayFilters, false, false, oplog));
      matched++;
    }
    if (matched == 0 && upsert) {
      UpsertFields fields = UpsertFields.of(selector, update);
      return changeGiven(
          List.of(),
          fields,
          () -> super.updateDocuments(fields.asQuery(), update, arrayFilters, false, true, oplog));
    }
    return new Document("n", (int) matched).append("nModified", (int) (updated() - before));
  }

  private <T> T changeGiven(
      List<Document> documents, @Nullable UpsertFields upsert, Supplier<T> change) {
    given = documents;
    upserting = upsert;
    try {
      return storage.change(change);
    } finally {
      given = null;
      upserting = null;
    }
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
    FindAndModify asked = FindAndModify.of(command);
    asked.fields().ifPresent(fields -> project(List.of(new Document()), fields)); // Or refused.
    Iterator<Document> found = find(asked.query()).all();
    Document before = found.hasNext() ? found.next() : null;
    FindAndModify.Outcome outcome;
    if (asked.isRemove()) {
      if (before != null) {
        removeDocument(before);
      }
      outcome = FindAndModify.Outcome.removed(before);
    } else if (before != null) {
      outcome = FindAndModify.Outcome.updated(before.cloneDeeply(), updateOne(asked, before));
    } else if (asked.isUpsert()) {
      outcome = FindAndModify.Outcome.inserted(insertOne(asked));
    } else {
      outcome = FindAndModify.Outcome.nothing();
    }
    return asked.reply(outcome, this::project);
  }

  private Document updateOne(FindAndModify asked, Document one) {
    UpdateRules.checkId(asked.update(), one.get("_id"));
    Object id = one.get("_id");
    changeGiven(List.of(one), null, () -> super.findAndModify(asked.forLibrary(asked.filter())));
    return Objects.requireNonNull(getDocument(new Key(id)), "the document that was updated");
  }

  private Document insertOne(FindAndModify asked) {
    UpsertFields fields = UpsertFields.of(asked.filter(), asked.update());
    Document reply =
        changeGiven(
            List.of(), fields, () -> super.findAndModify(asked.forLibrary(fields.asQuery())));
    return (Document) Objects.requireNonNull(reply.get("value"), "value");
  }

  /// The documents with only the fields asked for.
  public abstract List<Document> project(List<Document> found, Document projection);
}
