package org.openletter.embedded.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends changes, and acknowledges them after the disk has them: one force for all that wait.
///
/// After a failed write or force nothing more is acknowledged until [#begin]: a force that failed
/// once may succeed the next time without the data.
public final class RedoLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RedoLog.class);

  /// Bytes that may wait in memory before they are written although nobody asked for a force.
  private static final int WRITE_AT = 1 << 20;

  private final LogFiles files;
  private final Acknowledged acknowledged;
  private final Thread writer = new Thread(this::writeUntilClosed, "redo-log");

  /// Held while a file is written or exchanged. What is pending is taken only under it, so that no
  /// change can end up in a later file than the checkpoint that already contains it.
  private final ReentrantLock writing = new ReentrantLock();

  private @Nullable FileChannel channel;
  private @Nullable FileChannel prepared;
  private long generation;
  private long number;
  private volatile long size;
  private volatile long before;

  // The state below is guarded by this object's monitor.
  private ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
  private @Nullable Throwable failure = new IOException("the redo log has not been started");
  private volatile boolean closed;

  /// Starts the writing thread; [#begin] must follow before the first change.
  public RedoLog(LogFiles files) {
    this.files = files;
    this.acknowledged = new Acknowledged(files.end());
    writer.setDaemon(true);
    writer.start();
  }

  /// Bytes of changes in the current file.
  public long size() {
    return Math.max(0, size - before);
  }

  /// Why nothing is acknowledged at present, or null when all is well.
  public synchronized @Nullable Throwable failure() {
    return failure;
  }

  /// Queues a change. The caller holds the lock that orders changes of the same document.
  public synchronized void append(Change change) {
    if (failure == null) {
      pending.writeBytes(change.encode());
      if (pending.size() > WRITE_AT) {
        notifyAll();
      }
    }
  }

  /// Completes when everything appended so far is on the disk, or fails with the reason why not.
  public synchronized CompletableFuture<@Nullable Void> forced() {
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    CompletableFuture<@Nullable Void> future = new CompletableFuture<>();
    waiting.add(future);
    notifyAll();
    return future;
  }

  /// Makes the file of a generation, before the store saves: a store that has saved always has its
  /// log. When this fails, nothing has changed.
  public void prepare(long newGeneration) throws IOException {
    writing.lock();
    try {
      if (prepared != null) {
        prepared.close();
      }
      prepared = files.create(newGeneration);
      append(prepared, Batch.encode(newGeneration, Batch.OPENING, new byte[0]));
    } finally {
      writing.unlock();
    }
  }

  /// Brings everything appended so far into the present file, so that it leads to the state the
  /// store is about to save. False when it does not, because the file failed.
  public boolean settle() {
    flush();
    return failure() == null;
  }

  /// Goes on in the file that was prepared, after the store has everything appended so far.
  ///
  /// @param leads whether the checkpoint before and its log lead to what the store has saved
  /// @param keepFrom the generation of the checkpoint before, whose log is still kept
  public void begin(long newGeneration, boolean leads, long keepFrom) throws IOException {
    writing.lock();
    try {
      FileChannel fresh = Objects.requireNonNull(prepared, "prepared");
      append(fresh, Batch.encode(newGeneration, Batch.SAVED, new byte[] {(byte) (leads ? 1 : 0)}));
      prepared = null;
      closeFile();
      channel = fresh;
      generation = newGeneration;
      number = Batch.SAVED;
      before = fresh.position();
      size = before;
      acknowledged.note(generation, size);
      Pending saved;
      synchronized (this) {
        saved = take();
        failure = null;
      }
      saved.waiting().forEach(future -> future.complete(null));
      files.deleteBefore(keepFrom);
    } catch (IOException e) {
      fail(e, List.of());
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private void writeUntilClosed() {
    while (awaitWork()) {
      flush();
    }
  }

  private synchronized boolean awaitWork() {
    while (!closed && waiting.isEmpty() && pending.size() <= WRITE_AT) {
      try {
        wait();
      } catch (InterruptedException e) {
        fail(e, List.of());
        return false;
      }
    }
    return !closed;
  }

  private void flush() {
    writing.lock();
    try {
      Pending taken = take();
      try {
        write(taken.changes().toByteArray());
        taken.waiting().forEach(future -> future.complete(null));
      } catch (IOException | RuntimeException | Error e) {
        fail(e, taken.waiting());
      }
    } finally {
      writing.unlock();
    }
  }

  private synchronized Pending take() {
    Pending taken = new Pending(pending, waiting);
    pending = new ByteArrayOutputStream();
    waiting = new ArrayList<>();
    return taken;
  }

  private void write(byte[] changes) throws IOException {
    FileChannel file = channel;
    Throwable broken = failure();
    if (file == null || broken != null) {
      throw new IOException("the redo log does not accept writes", broken);
    }
    if (changes.length == 0) {
      return; // Everything appended so far went with an earlier batch, which was forced.
    }
    append(file, Batch.encode(generation, number + 1, changes));
    number++;
    size = file.position();
    acknowledged.note(generation, size);
  }

  private static void append(FileChannel file, ByteBuffer batch) throws IOException {
    while (batch.hasRemaining()) {
      file.write(batch);
    }
    file.force(false);
  }

  private void fail(Throwable cause, List<CompletableFuture<@Nullable Void>> batchWaiting) {
    if (!closed) {
      LOG.error("The redo log cannot be written; writes are refused: {}", Reason.of(cause));
    }
    List<CompletableFuture<@Nullable Void>> all = new ArrayList<>(batchWaiting);
    synchronized (this) {
      failure = cause;
      all.addAll(take().waiting());
    }
    all.forEach(future -> future.completeExceptionally(cause));
  }

  private void closeFile() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  /// Stops writing; the caller has made a checkpoint, so the file is not needed any more.
  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    writing.lock();
    try {
      closeFile();
      if (prepared != null) {
        prepared.close();
      }
      acknowledged.close();
      fail(new IOException("the database is closed"), List.of());
    } finally {
      writing.unlock();
    }
  }

  /// Changes that are not written yet, and who waits for them.
  private record Pending(
      ByteArrayOutputStream changes, List<CompletableFuture<@Nullable Void>> waiting) {}
}
