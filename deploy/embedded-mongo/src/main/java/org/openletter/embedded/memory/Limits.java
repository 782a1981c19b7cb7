package org.openletter.embedded.memory;

/// Sizes that fit the heap, so that the largest thing a client may ask for does not end the
/// process. With 512 MB and more they are those of MongoDB.
///
/// @param document bytes of one stored document
/// @param message bytes of one message
/// @param batch bytes of stored documents in one reply, and of a reply that comes in one piece
/// @param kept bytes of stored documents that a sort or a pipeline keeps before it answers
/// @param command bytes of heap that one command may keep before it answers
/// @param work what all commands together may need while they run
public record Limits(int document, int message, int batch, long kept, long command, long work) {

  private static final int MEGABYTE = 1 << 20;

  /// Of the heap this process was started with.
  public static final Limits OF_THIS_PROCESS = of(Runtime.getRuntime().maxMemory());

  static Limits of(long heap) {
    int document = Math.clamp(heap / 32, MEGABYTE, 16 * MEGABYTE);
    return new Limits(
        document,
        Math.min(document + document / 2, 48_000_000),
        document,
        Math.min(heap / 8, 32L * MEGABYTE),
        heap / 4,
        heap / 2);
  }
}
