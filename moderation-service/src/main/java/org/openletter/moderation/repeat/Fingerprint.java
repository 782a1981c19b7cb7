package org.openletter.moderation.repeat;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Views;
import org.openletter.moderation.view.Word;

/// What is kept of a text to recognise it again: hashes, nothing that can be read.
///
/// @param id the response's id
/// @param letterId the letter it answers
/// @param writer hash of who wrote it
/// @param length letters and digits of the text, spaces between words included
/// @param exact hash of its words
/// @param signature 64 parts of 16 bits; the share of equal parts is how alike two texts are
/// @param bands keys under which alike texts are found: the exact hash and 16 parts of the
///   signature
public record Fingerprint(
    String id,
    String letterId,
    String writer,
    int length,
    String exact,
    Bytes signature,
    List<String> bands) {

  /// Shorter texts are only the same when they are exactly the same.
  static final int SHORT = 19;

  private static final int PARTS = 64;
  private static final int BANDS = 16;
  private static final int SHINGLE = 4;

  /// So many of a text's shingles are looked at, always those with the smallest hashes, so that two
  /// texts choose alike.
  private static final int MOST_SHINGLES = 2_000;

  private static final SimilarityHashPolicy POLICY = SimilarityHashing.minHash(PARTS, 16);
  private static final Hasher64 HASHER = Hashing.komihash5_0();

  static Fingerprint of(Submission submission, Views views) {
    StringBuilder words = new StringBuilder(views.raw().length());
    for (Word word : views.words()) {
      words.append(words.isEmpty() ? "" : " ").append(word.text());
    }
    String exact = hex(HASHER.hashCharsToLong(words));
    List<String> bands = new ArrayList<>(List.of("x" + exact));
    byte[] signature = {};
    if (words.length() >= SHORT) {
      signature = POLICY.createHasher().compute(ElementHashProvider.ofValues(shingles(words)));
      for (int band = 0; band < BANDS; band++) {
        bands.add(band(signature, band));
      }
    }
    return new Fingerprint(
        submission.id(),
        submission.letterId(),
        hex(HASHER.hashCharsToLong(submission.writer().toLowerCase(Locale.ROOT))),
        words.length(),
        exact,
        new Bytes(signature),
        List.copyOf(bands));
  }

  /// How alike two texts are, 0 to 1; short texts are alike only when they are the same.
  double likeness(Fingerprint other) {
    if (exact.equals(other.exact)) {
      return 1;
    }
    if (length < SHORT || other.length < SHORT) {
      return 0;
    }
    return POLICY.getFractionOfEqualComponents(signature.value(), other.signature.value());
  }

  private static long[] shingles(CharSequence words) {
    long[] hashes = new long[words.length() - SHINGLE + 1];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = HASHER.hashCharsToLong(words.subSequence(i, i + SHINGLE));
    }
    return Arrays.stream(hashes).sorted().distinct().limit(MOST_SHINGLES).toArray();
  }

  private static String band(byte[] signature, int band) {
    int size = signature.length / BANDS;
    byte[] part = Arrays.copyOfRange(signature, band * size, (band + 1) * size);
    return band + ":" + HexFormat.of().formatHex(part);
  }

  private static String hex(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }

  /// Bytes that are compared by their content.
  public record Bytes(String hex) {

    Bytes(byte[] value) {
      this(HexFormat.of().formatHex(value));
    }

    byte[] value() {
      return HexFormat.of().parseHex(hex);
    }
  }
}
