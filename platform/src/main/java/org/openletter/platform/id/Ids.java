package org.openletter.platform.id;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.openletter.platform.secret.Sha256;

/// Makes identifiers. Random ones carry no time; UUIDv7 ones sort by the time they were made.
public final class Ids {

  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

  private final Clock clock;
  private final RandomGenerator random;

  private long lastMillis;
  private int sequence;

  /// Ids by this clock and randomness (give a `SecureRandom` outside tests).
  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /// 12 characters of 0-9 and a-z: 62 bits, no time in them.
  public String random12() {
    StringBuilder id = new StringBuilder(12);
    for (int i = 0; i < 12; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /// A UUIDv7 as text. Ids of one instance are strictly ascending, also within a millisecond (the
  /// 12 bits after the version count) and when the clock steps back.
  public synchronized String uuid7() {
    long now = clock.millis();
    if (now > lastMillis) {
      lastMillis = now;
      sequence = random.nextInt(0x400);
    } else if (++sequence > 0xfff) {
      lastMillis++;
      sequence = 0;
    }
    return uuid7(lastMillis, sequence, random.nextLong());
  }

  /// 12 characters that are always the same for the same parts.
  public static String derived12(String... parts) {
    byte[] hash = hash(parts);
    StringBuilder id = new StringBuilder(12);
    for (int i = 0; i < 12; i++) {
      id.append(ALPHABET.charAt(Byte.toUnsignedInt(hash[i]) % ALPHABET.length()));
    }
    return id.toString();
  }

  /// A UUIDv7 of that instant that is always the same for the same instant and parts: imported
  /// things sort where their date puts them.
  public static String derivedUuid7(Instant at, String... parts) {
    byte[] hash = hash(parts);
    long tail = 0;
    for (int i = 0; i < 8; i++) {
      tail = (tail << 8) | Byte.toUnsignedLong(hash[i]);
    }
    int middle = ((hash[8] & 0xf) << 8) | Byte.toUnsignedInt(hash[9]);
    return uuid7(Math.max(0, at.toEpochMilli()), middle, tail);
  }

  private static String uuid7(long millis, int middle, long tail) {
    long most = (millis << 16) | 0x7000L | (middle & 0xfffL);
    long least = (tail & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  private static byte[] hash(String... parts) {
    return Sha256.of(
        Arrays.stream(parts)
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            // The length goes first, so that ("ab", "c") and ("a", "bc") differ.
            .flatMap(
                bytes -> Stream.of((bytes.length + ":").getBytes(StandardCharsets.US_ASCII), bytes))
            .toArray(byte[][]::new));
  }
}
