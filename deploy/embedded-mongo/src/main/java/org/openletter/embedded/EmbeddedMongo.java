package org.openletter.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.access.Access;
import org.openletter.embedded.access.Password;
import org.openletter.embedded.log.DamagedLog;
import org.openletter.embedded.plan.ScanWatch;
import org.openletter.embedded.refusal.CannotOpen;
import org.openletter.embedded.refusal.Reason;
import org.openletter.embedded.refusal.WriteRefused;
import org.openletter.embedded.server.Backend;
import org.openletter.embedded.store.Settings;
import org.openletter.embedded.store.Storage;
import org.openletter.embedded.wire.Listener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running embedded server, on the loopback address only. One with a data folder asks for the
/// password in it; one in memory does not.
public final class EmbeddedMongo implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);

  private static final long CHECKPOINT_LOOK_MILLIS = 100;

  private final ScanWatch watch = new ScanWatch();
  private final Storage storage;
  private final @Nullable Password password;
  private final Backend backend;
  private final Listener listener;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "embedded-mongo-timer");
        thread.setDaemon(true);
        return thread;
      });

  private EmbeddedMongo(Storage storage, Settings settings, @Nullable Password password, int port) {
    this.storage = storage;
    this.password = password;
    Access access = password == null ? Access.toAll() : Access.with(password);
    this.backend = new Backend(storage, watch, settings.clock(), access);
    this.listener = new Listener(backend, port);
    repeat(CHECKPOINT_LOOK_MILLIS, storage::checkpointIfNeeded);
    repeat(settings.sweepEvery().toMillis(), backend::sweep);
  }

  private void repeat(long millis, Runnable work) {
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                LOG.error("A task of the timer failed and will be tried again: {}", Reason.of(e));
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
    Storage storage = Storage.inFolder(folder, settings);
    try {
      return start(storage, () -> new EmbeddedMongo(storage, settings, Password.in(folder), port));
    } catch (CannotOpen | DamagedLog e) {
      throw e;
    } catch (WriteRefused e) {
      throw new CannotOpen("The data folder " + folder + " cannot be used: " + Reason.of(e), e);
    } catch (RuntimeException e) {
      throw new CannotOpen(
          "The data folder "
              + folder
              + " is damaged ("
              + Reason.of(e)
              + "): restore it from a backup.",
          e);
    }
  }

  /// Starts an empty server on a free port, without a password: it holds nothing but what the tests
  /// of its own process put into it, and goes with them.
  public static EmbeddedMongo inMemory() {
    return inMemory(Settings.fromSystem());
  }

  static EmbeddedMongo inMemory(Settings settings) {
    Storage storage = Storage.inMemory(settings);
    return start(storage, () -> new EmbeddedMongo(storage, settings, null, 0));
  }

  private static EmbeddedMongo start(Storage storage, Supplier<EmbeddedMongo> server) {
    try {
      return server.get();
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /// The address for a driver. In memory it is without options, so that `/name` can follow; with a
  /// data folder it has user and password: never print it.
  public String uri() {
    return password == null ? "mongodb://127.0.0.1:" + port() : password.uri(port());
  }

  /// The port it listens on.
  public int port() {
    return listener.port();
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
    listener.close();
    backend.close();
  }
}
