package org.openletter.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openletter.embedded.refusal.NotAvailable;

/// What a command does to the data, which decides what it waits for.
enum CommandKind {
  /// Says something about the server.
  STATE,
  /// Reads documents.
  READ,
  /// Changes documents; answered when the disk has the change.
  WRITE,
  /// Changes collections or indexes; runs alone and ends in a checkpoint.
  DEFINE;

  private static final Set<String> STATES =
      Set.of(
          "hello",
          "saslStart",
          "saslContinue",
          "isMaster",
          "ping",
          "buildInfo",
          "serverStatus",
          "whatsmyuri",
          "listDatabases",
          "getLog",
          "getLastError",
          "connectionStatus",
          "hostInfo",
          "getCmdLineOpts",
          "endSessions",
          "killCursors",
          "openletterStatus");

  private static final Set<String> READS =
      Set.of(
          "find",
          "getMore",
          "count",
          "distinct",
          "listCollections",
          "listIndexes",
          "dbStats",
          "collStats",
          "validate");

  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  private static final Set<String> DEFINITIONS =
      Set.of("create", "createIndexes", "drop", "dropDatabase", "dropIndexes");

  /// Commands of MongoDB that somebody may well try.
  private static final Set<String> NOT_AVAILABLE =
      Set.of(
          "renameCollection",
          "collMod",
          "mapReduce",
          "explain",
          "bulkWrite",
          "startSession",
          "commitTransaction",
          "abortTransaction",
          "prepareTransaction",
          "createUser",
          "createRole",
          "authenticate",
          "convertToCapped",
          "cloneCollectionAsCapped",
          "replSetInitiate",
          "enableSharding",
          "shardCollection",
          "createSearchIndexes");

  /// Drivers differ in how they write a command; MongoDB does not mind.
  private static final Map<String, String> NAMES =
      Stream.of(STATES, READS, WRITES, DEFINITIONS, NOT_AVAILABLE, List.of("aggregate"))
          .flatMap(names -> names.stream())
          .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

  static String canonicalName(String command) {
    String name = NAMES.get(command.toLowerCase(Locale.ROOT));
    if (name == null) {
      throw new NoSuchCommandException(command);
    }
    if (NOT_AVAILABLE.contains(name)) {
      throw new NotAvailable("the command '" + name + "'");
    }
    return name;
  }

  static CommandKind of(String name, Document command) {
    if (name.equals("aggregate")) {
      return isMerging(command) ? WRITE : READ;
    }
    if (STATES.contains(name)) {
      return STATE;
    }
    if (READS.contains(name)) {
      return READ;
    }
    return WRITES.contains(name) ? WRITE : DEFINE;
  }

  private static boolean isMerging(Document command) {
    return command.get("pipeline") instanceof List<?> stages
        && !stages.isEmpty()
        && stages.getLast() instanceof Document last
        && last.containsKey("$merge");
  }
}
