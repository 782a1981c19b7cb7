package org.openletter.platform.test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openletter.platform.mongo.DatabaseKind;
import org.openletter.platform.mongo.DeclaredIndexes;

/// A server that tests of storage run on: always the embedded one of this JVM, and a MongoDB too
/// when one is given, by its address in `MONGO_TEST_URI` or as a program in `MONGOD_BIN`. Each one
/// that was used is a line in `target/databases.txt`.
public final class DatabaseServer {

  private static final List<DatabaseServer> ALL = given(System.getenv());

  private final String name;
  private final MongoClient client;
  private final List<MongoDatabase> made = new ArrayList<>();

  private DatabaseServer(String name, String uri) {
    this.name = name;
    this.client = MongoClients.create(uri);
  }

  /// The embedded one.
  public static DatabaseServer embedded() {
    return ALL.getFirst();
  }

  /// Those that this environment gives.
  static List<DatabaseServer> given(Map<String, String> environment) {
    List<DatabaseServer> servers = new ArrayList<>();
    servers.add(new DatabaseServer("in this JVM", ServiceTestSettings.database().uri()));
    String uri = environment.getOrDefault("MONGO_TEST_URI", "");
    String program = environment.getOrDefault("MONGOD_BIN", "");
    if (!uri.isEmpty()) {
      servers.add(new DatabaseServer("of MONGO_TEST_URI", uri));
    } else if (!program.isEmpty()) {
      servers.add(new DatabaseServer("of MONGOD_BIN", Mongod.start(program)));
    }
    return List.copyOf(servers);
  }

  static List<DatabaseServer> all() {
    return ALL;
  }

  /// A new database with these indexes, which is gone when the tests are over.
  public MongoDatabase with(DeclaredIndexes... declared) {
    MongoDatabase database = client.getDatabase("t" + UUID.randomUUID().toString().substring(0, 8));
    remember(database);
    for (DeclaredIndexes indexes : declared) {
      add(database, indexes);
    }
    return database;
  }

  /// Adds the indexes of a collection.
  public static void add(MongoDatabase database, DeclaredIndexes indexes) {
    database.getCollection(indexes.collection()).createIndexes(indexes.indexes());
  }

  private synchronized void remember(MongoDatabase database) {
    if (made.isEmpty()) {
      write(new DatabaseKind(database).ask());
      Runtime.getRuntime().addShutdownHook(new Thread(this::drop));
    }
    made.add(database);
  }

  // Whoever reads that a test was green can read here what it ran on.
  private void write(DatabaseKind.Database kind) {
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(
          Path.of("target", "databases.txt"),
          kind.kind() + " " + kind.version() + " " + name + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private synchronized void drop() {
    made.forEach(MongoDatabase::drop);
    client.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
