package org.openletter.posts.importing.wordpress;

import java.nio.charset.Charset;
import java.util.Set;
import org.jsoup.nodes.Entities;

/// A reference to a character, as people and programs write it in exports.
final class Reference {

  private static final Set<String> OF_XML = Set.of("lt", "gt", "amp", "quot", "apos");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Reference() {}

  /// What an XML reader is given for `&name;`. Empty when it is a character that XML forbids.
  static String read(String name) {
    if (OF_XML.contains(name)) {
      return "&" + name + ";";
    }
    if (name.startsWith("#")) {
      return number(name);
    }
    if (Entities.isNamedEntity(name)) {
      StringBuilder characters = new StringBuilder();
      Entities.getByName(name).codePoints().forEach(c -> characters.append(character(c)));
      return characters.toString();
    }
    return "&amp;" + name + ";";
  }

  private static String number(String name) {
    int c;
    try {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      c = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    } catch (NumberFormatException notANumber) {
      return "&amp;" + name + ";";
    }
    // Browsers read these as what Windows has there, and so did whoever wrote them.
    boolean windows = c >= 0x80 && c <= 0x9F;
    int meant = windows ? new String(new byte[] {(byte) c}, WINDOWS).codePointAt(0) : c;
    boolean legal =
        Character.isSupplementaryCodePoint(meant)
            || Character.isBmpCodePoint(meant)
                && SoundMarkup.legal((char) meant)
                && !Character.isSurrogate((char) meant);
    return legal ? character(meant) : "";
  }

  private static String character(int c) {
    boolean means = c == '<' || c == '&' || c == '>' || c == '"' || c == '\'' || c == '\r';
    return means ? "&#" + c + ";" : Character.toString(c);
  }
}
