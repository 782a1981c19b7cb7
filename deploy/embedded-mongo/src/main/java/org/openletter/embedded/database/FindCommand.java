package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import org.openletter.embedded.plan.Query;
import org.openletter.embedded.refusal.NotAvailable;
import org.openletter.embedded.scan.ListedRows;

/// `find`: a query, and how much of it goes into the first reply.
final class FindCommand {

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "find",
          "filter",
          "sort",
          "projection",
          "skip",
          "limit",
          "batchSize",
          "singleBatch",
          "hint");

  /// Options that change nothing about the answer of a single server.
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "comment",
          "maxTimeMS",
          "readConcern",
          "noCursorTimeout",
          "allowDiskUse",
          "allowPartialResults",
          "lsid");

  private final Document command;

  FindCommand(Document command) {
    this.command = command;
    command.forEach((option, value) -> {
      boolean known =
          UNDERSTOOD.contains(option) || WITHOUT_EFFECT.contains(option) || option.startsWith("$");
      if (!known && value != null && !Boolean.FALSE.equals(value)) {
        throw new NotAvailable("the find option '" + option + "'");
      }
    });
  }

  Document run(Database database, Cursors cursors) {
    String name = Argument.text(command, "find");
    SortRules.check(command.get("sort"));
    Argument.notNegative(command, "batchSize");
    StoredCollection collection = database.collection(name);
    String namespace = database.getDatabaseName() + "." + name;
    if (collection == null) {
      return cursors.first(namespace, new ListedRows(List.of()), 0, true);
    }
    return cursors.first(
        namespace,
        collection.find(query(collection)),
        Argument.numberOr(-1, command.get("batchSize")),
        Utils.isTrue(command.get("singleBatch")));
  }

  private Query query(StoredCollection collection) {
    return new Query(
        Argument.document(command, "filter"),
        Argument.document(command, "sort"),
        Argument.notNegative(command, "skip"),
        Argument.notNegative(command, "limit"),
        Projections.of(Argument.document(command, "projection")),
        Hints.resolved(command.get("hint"), collection));
  }
}
