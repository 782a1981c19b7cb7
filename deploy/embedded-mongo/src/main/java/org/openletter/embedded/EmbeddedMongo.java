package org.openletter.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.plan.ScanWatch;
import org.openletter.embedded.server.Backend;
import org.openletter.embedded.store.CannotOpen;
import org.openletter.embedded.store.Settings;
import org.openletter.embedded.store.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running embedded server. It listens on the loopback address only: it knows no users, so
/// whoever reaches the port may do everything.
public final class EmbeddedMongo implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);

  /// Commands block their thread, and connections share the threads.
  private static final int WORKERS = 32;

  private static final long CHECKPOINT_LOOK_MILLIS = 100;

  private final ScanWatch watch = new ScanWatch();
  private final Storage storage;
  private final MongoServer server;
  private final int port;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "embedded-mongo-timer");
        thread.setDaemon(true);
        return thread;
      });

  private EmbeddedMongo(Storage storage, Settings settings, int port) {
    this.storage = storage;
    Backend backend = new Backend(storage, watch, settings.clock());
    this.server = new MongoServer(backend);
    this.port = bind(server, port);
    repeat(CHECKPOINT_LOOK_MILLIS, storage::checkpointIfNeeded);
    repeat(settings.sweepEvery().toMillis(), backend::sweep);
  }

  private static int bind(MongoServer server, int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      server.bind(new InetSocketAddress(loopback, port), 1, WORKERS);
      return server.getLocalAddress().getPort();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    } catch (Exception e) {
      // The network library throws checked exceptions without declaring them.
      server.shutdownNow();
      throw new CannotOpen("Port " + port + " on 127.0.0.1 cannot be used: " + e.getMessage(), e);
    }
  }

  private void repeat(long millis, Runnable work) {
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                LOG.error("A task of the timer failed and will be tried again", e);
              }
            },
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }

  /// Opens or creates the database in a folder, which this process then has to itself. What was
  /// acknowledged before the last process ended is there, however it ended.
  ///
  /// @param port on 127.0.0.1, 0 for any free one
  public static EmbeddedMongo onDisk(Path folder, int port) {
    return onDisk(folder, port, Settings.fromSystem());
  }

  static EmbeddedMongo onDisk(Path folder, int port, Settings settings) {
    return start(Storage.inFolder(folder, settings), settings, port);
  }

  /// Starts an empty server on a free port; its data goes with it.
  public static EmbeddedMongo inMemory() {
    return inMemory(Settings.fromSystem());
  }

  static EmbeddedMongo inMemory(Settings settings) {
    return start(Storage.inMemory(settings), settings, 0);
  }

  private static EmbeddedMongo start(Storage storage, Settings settings, int port) {
    try {
      return new EmbeddedMongo(storage, settings, port);
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /// The address without a database; callers append `/name` and options.
  public String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  /// The port it listens on.
  public int port() {
    return port;
  }

  /// How many queries since the start no index bounded, on collections of more than 100 documents.
  public long collectionScans() {
    return watch.scans();
  }

  /// The newest of those queries, at most 20: namespace and filter, with `?` for every value.
  public List<String> lastCollectionScans() {
    return watch.last();
  }

  /// Why it has to be started again, or null while it works.
  @Nullable Throwable broken() {
    return storage.broken();
  }

  /// Ends all connections, saves everything and lets go of the folder and the port.
  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("A task of the timer is still running");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Closing goes on; the data matters more.
    }
    server.shutdownNow();
  }
}
