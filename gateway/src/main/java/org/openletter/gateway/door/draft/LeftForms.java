package org.openletter.gateway.door.draft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.openletter.gateway.door.form.SentForm;

/// What stands in the forms of a page when its writer leaves it, all in one request: two of them
/// would write to one session at once, and one would be lost. Each form is a line, written as a
/// browser writes a form, and `kept-form` in it is the path that it is sent to otherwise. Only what
/// would end a field has to be written with a percent sign.
///
/// A browser lets 64 kB outlive a page; what is longer comes packed (gzip).
final class LeftForms {

  static final String FORM = "kept-form";

  /// What all of them may have when they are unpacked; three of the largest.
  static final int MOST_BYTES = 1 << 20;

  /// A page has a composer and the form of a reply; nothing has more than four.
  private static final int MOST_FORMS = 8;

  private static final int MOST_FIELDS = 200;

  private LeftForms() {}

  /// The forms that may be kept. Throws `IOException` for what is not written so, or is larger.
  static List<SentForm> read(InputStream body, boolean packed) throws IOException {
    byte[] sent = body.readNBytes(MOST_BYTES + 1);
    if (packed) {
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
        sent = unpacked.readNBytes(MOST_BYTES + 1);
      }
    }
    if (sent.length > MOST_BYTES) {
      throw new IOException("more than a page has");
    }
    List<SentForm> forms = new ArrayList<>();
    for (String line : new String(sent, StandardCharsets.UTF_8).split("\n", MOST_FORMS + 1)) {
      if (forms.size() < MOST_FORMS) {
        form(fields(line)).ifPresent(forms::add);
      }
    }
    return forms;
  }

  /// The form that these fields are of.
  static Optional<SentForm> form(Map<String, String[]> fields) {
    String[] path = fields.get(FORM);
    return path == null
        ? Optional.empty()
        : SentForm.of(path[0], fields).filter(sent -> sent.form().isKept());
  }

  private static Map<String, String[]> fields(String line) throws IOException {
    Map<String, List<String>> fields = new HashMap<>();
    for (String field : line.split("&", MOST_FIELDS)) {
      String[] parts = field.split("=", 2);
      fields
          .computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
          .add(parts.length == 1 ? "" : decoded(parts[1]));
    }
    Map<String, String[]> all = new HashMap<>();
    fields.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
    return all;
  }

  private static String decoded(String text) throws IOException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noForm) {
      throw new IOException(noForm);
    }
  }
}
