package org.openletter.posts.importing.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Decodes a file. A byte that does not fit becomes `�` and its line is remembered; where many do
/// not fit, the file is in another encoding and is refused.
final class PatientDecoder extends Reader {

  /// More than an accident.
  private static final int MOST_WRONG = 100;

  private static final int MOST_LINES = 5;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(32 * 1024).flip();
  private final CharBuffer chars = CharBuffer.allocate(32 * 1024).flip();
  private final Set<Integer> lines = new TreeSet<>();

  private int line;
  private int wrong;
  private boolean ended;
  private boolean flushed;

  /// @param line the line that `in` is at
  PatientDecoder(InputStream in, Charset charset, int line) {
    this.in = in;
    this.line = line;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// How many bytes did not fit.
  int wrong() {
    return wrong;
  }

  /// Where: "8", "8 and 12", "1, 2, 3, 4, 5 and others".
  String lines() {
    String first =
        lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
    return lines.size() > MOST_LINES ? first + " and others" : first;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (flushed) {
        return -1;
      }
      decode();
    }
    int n = Math.min(length, chars.remaining());
    chars.get(into, from, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void decode() throws IOException {
    // One place stays free for what stands in for a wrong byte.
    chars.clear().limit(chars.capacity() - 1);
    CoderResult result = decoder.decode(bytes, chars, ended);
    countLines();
    if (result.isError()) {
      bytes.position(bytes.position() + result.length());
      chars.limit(chars.capacity()).put('\uFFFD');
      wrong++;
      lines.add(line);
      if (wrong > MOST_WRONG) {
        throw NotReadable.encoding(
            "This file has many characters that do not fit its encoding, the first in line %d."
                .formatted(lines.iterator().next()));
      }
    } else if (result.isUnderflow()) {
      if (ended) {
        decoder.flush(chars);
        flushed = true;
      } else {
        more();
      }
    }
    chars.flip();
  }

  private void countLines() {
    for (int i = 0; i < chars.position(); i++) {
      if (chars.get(i) == '\n') {
        line++;
      }
    }
  }

  private void more() throws IOException {
    bytes.compact();
    int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (got < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + got);
    }
    bytes.flip();
  }
}
