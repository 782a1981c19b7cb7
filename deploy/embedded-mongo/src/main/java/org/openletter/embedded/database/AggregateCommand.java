package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.pipeline.Pipeline;
import org.openletter.embedded.plan.Query;
import org.openletter.embedded.refusal.NotAvailable;
import org.openletter.embedded.scan.ListedRows;
import org.openletter.embedded.scan.Rows;

/// `aggregate`: a leading `$match`, `$sort` and `$limit` become a query that can use an index; the
/// other stages run over what it finds.
final class AggregateCommand {

  private final Document command;
  private final DatabaseResolver databases;
  private final Oplog oplog;
  private final List<Document> pipeline;

  AggregateCommand(Document command, DatabaseResolver databases, Oplog oplog) {
    this.command = command;
    this.databases = databases;
    this.oplog = oplog;
    this.pipeline = Aggregation.parse(command.get("pipeline"));
  }

  Document run(Database database, Cursors cursors) {
    if (!(command.get("aggregate") instanceof String name)) {
      throw new NotAvailable("an aggregation without a collection");
    }
    Pipelines.check(command, pipeline);
    StoredCollection collection = database.collection(name);
    int own = 0;
    Document filter = stage(own, "$match");
    own += filter == null ? 0 : 1;
    Document sort = stage(own, "$sort");
    own += sort == null ? 0 : 1;
    int limit = limit(own);
    own += limit == 0 ? 0 : 1;
    Aggregation rest =
        Aggregation.fromPipeline(
            pipeline.subList(own, pipeline.size()), databases, database, collection, oplog);
    rest.validate(new Document("cursor", new Document()));
    Rows rows = new ListedRows(List.of());
    if (collection != null) {
      Query query =
          new Query(
              filter == null ? new Document() : filter,
              sort == null ? new Document() : sort,
              0,
              limit,
              null,
              Hints.resolved(command.get("hint"), collection));
      rows =
          own == pipeline.size()
              ? collection.find(query)
              : new ListedRows(later(own, database, collection).run(stream(collection, query)));
    }
    Document cursor = Argument.document(command, "cursor");
    int batchSize = Argument.numberOr(-1, cursor.get("batchSize"));
    String namespace = database.getDatabaseName() + "." + name;
    return cursors.first(namespace, rows, batchSize, false);
  }

  private Pipeline later(int own, Database database, StoredCollection collection) {
    return new Pipeline(
        pipeline.subList(own, pipeline.size()),
        stages -> Aggregation.fromPipeline(stages, databases, database, collection, oplog));
  }

  private static Stream<Document> stream(StoredCollection collection, Query query) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            collection.find(query).all(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private @Nullable Document stage(int position, String name) {
    return position < pipeline.size() && pipeline.get(position).get(name) instanceof Document stage
        ? stage
        : null;
  }

  private int limit(int position) {
    return position < pipeline.size()
            && pipeline.get(position).get("$limit") instanceof Number number
            && number.longValue() > 0
        ? (int) Math.min(number.longValue(), Integer.MAX_VALUE)
        : 0;
  }
}
