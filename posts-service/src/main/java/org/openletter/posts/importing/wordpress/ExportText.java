package org.openletter.posts.importing.wordpress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file as text: how it is encoded, and what of it an XML reader can read.
final class ExportText {

  private static final int HEAD = 1024;

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

  private static final Map<String, Charset> ACCEPTED =
      Map.of(
          "utf-8", UTF_8,
          "utf8", UTF_8,
          "us-ascii", UTF_8,
          "ascii", UTF_8,
          "iso-8859-1", ISO_8859_1,
          "latin1", ISO_8859_1,
          "windows-1252", Charset.forName("windows-1252"));

  private final PatientDecoder decoder;
  private final SoundMarkup markup;

  private ExportText(PatientDecoder decoder) {
    this.decoder = decoder;
    this.markup = new SoundMarkup(decoder);
  }

  /// Finds out how these bytes are to be read.
  static ExportText open(InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 64 * 1024);
    int line = 1 + skipBlankLines(in);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (head.length == 0) {
      throw NotReadable.notAnExport("This file is empty.");
    }
    Start start = start(head);
    in.skipNBytes(start.mark);
    String text = new String(head, start.mark, head.length - start.mark, start.charset);
    expectXml(text);
    Charset charset = start.sure ? start.charset : declared(text);
    return new ExportText(new PatientDecoder(in, charset, line));
  }

  /// Its text as the XML reader gets it.
  SoundMarkup reader() {
    return markup;
  }

  /// Says what was not as it should be, once all was read.
  void tell(Remarks remarks) {
    remarks.leftOutCharacters(markup.leftOut());
    remarks.damaged(decoder.wrong(), decoder.lines());
  }

  // Some plug-ins send empty lines before the declaration, and some a mark after them.
  private static int skipBlankLines(InputStream in) throws IOException {
    int lines = 0;
    while (true) {
      in.mark(3);
      int c = in.read();
      if (c == '\n') {
        lines++;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        if (lines == 0 || c != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
          in.reset();
          return lines;
        }
      }
    }
  }

  private static Start start(byte[] head) throws NotReadable {
    int a = at(head, 0);
    int b = at(head, 1);
    int c = at(head, 2);
    int d = at(head, 3);
    if (a == 0 && b == 0 || a == 0xFF && b == 0xFE && c == 0 && d == 0) {
      throw NotReadable.encoding("This file is written in UTF-32, which is not read here.");
    }
    if (a == 0xEF && b == 0xBB && c == 0xBF) {
      return new Start(UTF_8, 3, true);
    }
    if (a == 0xFF && b == 0xFE) {
      return new Start(UTF_16LE, 2, true);
    }
    if (a == 0xFE && b == 0xFF) {
      return new Start(UTF_16BE, 2, true);
    }
    if (a == '<' && b == 0) {
      return new Start(UTF_16LE, 0, true);
    }
    if (a == 0 && b == '<') {
      return new Start(UTF_16BE, 0, true);
    }
    // Names of encodings are ASCII, which Latin 1 reads as it is.
    return new Start(ISO_8859_1, 0, false);
  }

  private static void expectXml(String text) throws NotReadable {
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (!start.startsWith("<")) {
      throw NotReadable.notAnExport("This is not a WordPress export.");
    }
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      throw NotReadable.notAnExport("This is a web page, not a WordPress export.");
    }
  }

  private static Charset declared(String text) throws NotReadable {
    Matcher matcher = DECLARED.matcher(text);
    if (!matcher.find()) {
      return UTF_8;
    }
    Charset charset = ACCEPTED.get(matcher.group(1).toLowerCase(Locale.ROOT));
    if (charset == null) {
      throw NotReadable.encoding("This file says it is written in an encoding not read here.");
    }
    return charset;
  }

  private static int at(byte[] head, int i) {
    return i < head.length ? Byte.toUnsignedInt(head[i]) : -1;
  }

  /// @param mark bytes of a mark before the text
  /// @param sure whether the declaration inside the file is no longer asked
  private record Start(Charset charset, int mark, boolean sure) {}
}
