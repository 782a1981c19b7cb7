package org.openletter.platform.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Tells which kind of database this is.
public class DatabaseKind {

  private final MongoDatabase database;

  /// The kind of the server behind this database.
  public DatabaseKind(MongoDatabase database) {
    this.database = database;
  }

  /// Asks the server. `kind` is `embedded`, `mongod` or `no answer`; bytes are -1 when it does not
  /// say.
  public Database ask() {
    try {
      Document status = database.runCommand(new Document("openletterStatus", 1));
      return new Database("embedded", text(status, "version"), number(status, "fileBytes"));
    } catch (MongoCommandException realServer) {
      return mongod();
    } catch (MongoException noAnswer) {
      return new Database("no answer", null, -1);
    }
  }

  private Database mongod() {
    try {
      Document build = database.runCommand(new Document("buildInfo", 1));
      Document stats = database.runCommand(new Document("dbStats", 1));
      return new Database("mongod", text(build, "version"), number(stats, "storageSize"));
    } catch (MongoException noAnswer) {
      return new Database("no answer", null, -1);
    }
  }

  private static @Nullable String text(Document document, String field) {
    Object value = document.get(field);
    return value == null ? null : value.toString();
  }

  private static long number(Document document, String field) {
    return document.get(field) instanceof Number number ? number.longValue() : -1;
  }

  /// A database server at one moment.
  public record Database(String kind, @Nullable String version, long bytes) {}
}
