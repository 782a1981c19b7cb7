package org.openletter.embedded.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// A file that knows how much of it was forced, and can be told to have no room.
final class TrackedFile extends FileChannel {

  private final FileChannel file;
  private volatile long forced;
  private volatile boolean full;
  private volatile boolean stuck;

  TrackedFile(FileChannel file) {
    this.file = file;
  }

  long forced() {
    return forced;
  }

  /// From now on, half of each write fits and then the disk is full.
  void becomeFull() {
    full = true;
  }

  /// From now on the disk takes writes but cannot be forced.
  void becomeStuck() {
    stuck = true;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (full) {
      int half = source.remaining() / 2;
      file.write(source.slice(source.position(), half));
      throw new IOException("No space left on device");
    }
    return file.write(source);
  }

  @Override
  public void force(boolean metaData) throws IOException {
    if (stuck) {
      throw new IOException("Input/output error");
    }
    file.force(metaData);
    forced = file.size();
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public int read(ByteBuffer target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel position(long newPosition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer target, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer source, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }
}
