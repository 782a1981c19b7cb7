package org.openletter.embedded.server;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.access.Access;
import org.openletter.embedded.database.Argument;
import org.openletter.embedded.database.Cursors;
import org.openletter.embedded.database.Database;
import org.openletter.embedded.log.Change;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.plan.ScanWatch;
import org.openletter.embedded.refusal.NotAvailable;
import org.openletter.embedded.refusal.Reason;
import org.openletter.embedded.refusal.WriteRefused;
import org.openletter.embedded.store.Storage;
import org.openletter.embedded.wire.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every command, refuses what is not available, and gives the rest to its database.
public final class Backend extends AbstractMongoBackend implements Commands {

  private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

  private final Map<String, Database> databases = new ConcurrentHashMap<>();
  private final Storage storage;
  private final ScanWatch watch;
  private final Access access;
  private final Cursors cursors;

  /// Opens what is in the store and brings in what the redo log has beyond it.
  public Backend(Storage storage, ScanWatch watch, Clock clock, Access access) {
    super(clock);
    version(new Version());
    this.storage = storage;
    this.watch = watch;
    this.access = access;
    this.cursors = new Cursors(clock);
    Database.namesIn(storage).forEach(this::resolveDatabase);
    storage.recover(this::apply);
  }

  private void apply(Change change) {
    String name = change.namespace().substring(0, change.namespace().indexOf('.'));
    ((Database) resolveDatabase(name)).apply(change);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    if (!name.matches("[^/\\\\. \"$*<>:|?\\x00]{1,63}")) {
      throw new MongoServerError(
          ErrorCode.InvalidNamespace, "'" + name + "' is not a name for a database");
    }
    return databases.computeIfAbsent(
        name, _ -> new Database(name, getCursorRegistry(), storage, watch, cursors));
  }

  @Override
  public void dropDatabase(String name) {
    super.dropDatabase(name);
    databases.remove(name);
  }

  /// Answers also with what went wrong; nobody else may see the documents in a failed command.
  @Override
  public Document answer(Channel channel, String database, Document command) {
    String name = command.keySet().iterator().next();
    try {
      access.require(channel, name);
      return handleCommand(channel, database, name, command);
    } catch (MongoServerException e) {
      return problem(e);
    } catch (RuntimeException e) {
      LOG.error("The command {} failed: {}", Reason.printable(name), Reason.of(e));
      return problem(
          new MongoServerError(
              1, "InternalError", "embedded server: the command failed: " + Reason.of(e)));
    }
  }

  @Override
  public Document problem(MongoServerException problem) {
    Document reply = new Document("ok", 0.0).append("errmsg", problem.getMessageWithoutErrorCode());
    if (problem instanceof MongoServerError error) {
      reply.put("code", error.getCode());
      reply.putIfNotNull("codeName", error.getCodeName());
    }
    return reply;
  }

  @Override
  public boolean isTrusted(Channel channel) {
    return access.isGiven(channel);
  }

  @Override
  public void gone(Channel channel) {
    handleClose(channel);
  }

  @Override
  public Document handleCommand(
      @Nullable Channel channel, String database, String asWritten, Document command) {
    String name = CommandKind.canonicalName(asWritten);
    Refusals.check(name, command);
    if (!name.equals(asWritten)) {
      command.put(name, command.get(asWritten));
    }
    Supplier<Document> run = () -> run(channel, database, name, command);
    Kept.begin();
    try {
      return switch (CommandKind.of(name, command)) {
        case STATE -> run.get();
        case READ -> storage.read(run);
        case WRITE -> storage.write(run);
        case DEFINE -> storage.define(run);
      };
    } finally {
      Kept.end();
    }
  }

  private Document run(@Nullable Channel channel, String database, String name, Document command) {
    return switch (name) {
      case "hello", "isMaster" -> hello(channel, database, command);
      case "saslStart" -> access.start(channel, command);
      case "saslContinue" -> access.proceed(channel, command);
      case "openletterStatus" -> status();
      case "getMore" -> cursors.more(command);
      default -> super.handleCommand(channel, database, name, command);
    };
  }

  private Document hello(@Nullable Channel channel, String database, Document command) {
    Document reply =
        super.handleCommand(channel, database, "ismaster", command)
            .append("isWritablePrimary", true)
            .append("helloOk", true)
            .append("readOnly", false)
            .append("maxBsonObjectSize", Limits.OF_THIS_PROCESS.document())
            .append("maxMessageSizeBytes", Limits.OF_THIS_PROCESS.message());
    access.greet(channel, command, reply);
    return reply;
  }

  private Document status() {
    String version = Backend.class.getPackage().getImplementationVersion();
    return new Document("kind", "embedded")
        .append("version", version == null ? "development" : version)
        .append("fileBytes", storage.fileBytes())
        .append("logBytes", storage.logBytes())
        .append("collectionScans", watch.scans())
        .append("ok", 1.0);
  }

  @Override
  protected Document handleKillCursors(Document command) {
    List<Long> killed = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (Object id : Argument.list(command, "cursors")) {
      long cursor = ((Number) id).longValue();
      (cursors.kill(cursor) ? killed : unknown).add(cursor);
    }
    return new Document("cursorsKilled", killed)
        .append("cursorsNotFound", unknown)
        .append("ok", 1.0);
  }

  /// Queries of the wire protocol before MongoDB 3.6.
  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw new NotAvailable("the protocol of drivers from before 2017");
  }

  /// Removes expired documents and forgotten cursors.
  public void sweep() {
    cursors.sweep();
    for (Database database : databases.values()) {
      try {
        int removed = storage.write(() -> database.expire(getClock().instant()));
        LOG.debug("{} expired documents removed from {}", removed, database.getDatabaseName());
      } catch (WriteRefused e) {
        LOG.debug("Expired documents stay until writing is possible again: {}", Reason.of(e));
      }
    }
  }

  @Override
  public void close() {
    super.close();
    cursors.close();
    storage.close();
  }
}
