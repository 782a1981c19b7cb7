package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.IndexDefinition;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.SecondaryIndex;
import org.openletter.embedded.refusal.NotAvailable;

/// `createIndexes` and `dropIndexes`.
final class IndexCommands {

  private static final int OPTIONS_CONFLICT = 85;
  private static final int KEY_SPECS_CONFLICT = 86;
  private static final int INVALID_OPTIONS = 72;

  private IndexCommands() {}

  static Document create(Database database, Document command) {
    List<?> descriptions = Argument.list(command, "indexes");
    for (Object description : descriptions) {
      IndexDefinition.of((Document) description); // Refuses all before the first is built.
    }
    StoredCollection collection =
        database.collectionForWriting(Argument.text(command, "createIndexes"));
    int before = collection.getNumIndexes();
    for (Object description : descriptions) {
      create(database, collection, (Document) description);
    }
    return new Document("numIndexesBefore", before)
        .append("numIndexesAfter", collection.getNumIndexes())
        .append("ok", 1.0);
  }

  private static void create(Database database, StoredCollection collection, Document description) {
    IndexDefinition wanted = IndexDefinition.of(description);
    for (SecondaryIndex index : collection.secondary()) {
      IndexDefinition existing = index.definition();
      if (existing.equals(wanted)) {
        return;
      }
      if (existing.name().equals(wanted.name())) {
        boolean sameKey = existing.fields().equals(wanted.fields());
        throw new MongoServerError(
            sameKey ? OPTIONS_CONFLICT : KEY_SPECS_CONFLICT,
            sameKey ? "IndexOptionsConflict" : "IndexKeySpecsConflict",
            "There is another index with the name " + wanted.name());
      }
      if (existing.sameButForName(wanted)) {
        throw new MongoServerError(
            OPTIONS_CONFLICT,
            "IndexOptionsConflict",
            "Index already exists with a different name: " + existing.name());
      }
    }
    description.put("ns", collection.getFullName());
    database.declare(description);
  }

  static Document drop(Database database, Document command) {
    StoredCollection collection = database.collection(Argument.text(command, "dropIndexes"));
    if (collection == null) {
      throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
    }
    Object which = command.get("index");
    if ("*".equals(which)) {
      for (SecondaryIndex index : List.copyOf(collection.secondary())) {
        database.undeclare(collection, index.getName());
      }
    } else if (which instanceof Collection<?> names) {
      names.forEach(name -> dropOne(database, collection, name));
    } else {
      dropOne(database, collection, which);
    }
    return new Document("ok", 1.0);
  }

  private static void dropOne(
      Database database, StoredCollection collection, @Nullable Object which) {
    String name;
    try {
      name = Hints.resolved(which, collection);
    } catch (MongoServerError e) {
      throw new IndexNotFoundException("index not found with name [" + which + "]");
    }
    if (name == null) {
      throw new NotAvailable("dropping an index without naming it");
    }
    if (name.equals(PrimaryIndex.NAME)) {
      throw new MongoServerError(INVALID_OPTIONS, "InvalidOptions", "cannot drop _id index");
    }
    database.undeclare(collection, name);
  }
}
