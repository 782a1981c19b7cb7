package org.openletter.posts.importing.wordpress;

/// What a tag of an export may have. The XML reader looks up every name among all declarations
/// around it, so this is checked before it sees the tag.
final class TagBounds {

  /// In UTF-16 units; the longest of WordPress are categories with a long name.
  static final int LONGEST = 8_000;

  private static final int LONGEST_NAME = 200;
  private static final int MOST_ATTRIBUTES = 40;

  /// Declarations of namespaces that are in force at one place. WordPress has six.
  private static final int MOST_NAMESPACES = 64;

  private static final int DEEPEST = 30;

  private final int[] namespaces = new int[DEEPEST + 1];
  private final StringBuilder name = new StringBuilder();

  private int depth;
  private int length;
  private int attributes;
  private int declared;
  private char last;
  private char beforeEnd;
  private boolean inName;
  private boolean closing;

  void begin(boolean closes) throws NotReadable {
    closing = closes;
    depth += closing ? -1 : 1;
    if (depth < 0 || depth > DEEPEST) {
      throw NotReadable.broken();
    }
    length = 0;
    attributes = 0;
    declared = 0;
    last = ' ';
    inName = false;
  }

  /// Looks at one character outside quotation marks.
  void character(char c) throws NotReadable {
    quoted();
    if (c == '=') {
      attribute();
    } else if (Character.isWhitespace(c) || c == '"' || c == '\'') {
      inName = false;
    } else {
      name(c);
    }
    beforeEnd = last;
    last = c;
  }

  /// Looks at one character between quotation marks.
  void quoted() throws NotReadable {
    if (++length > LONGEST) {
      throw NotReadable.broken();
    }
  }

  private void attribute() throws NotReadable {
    if (++attributes > MOST_ATTRIBUTES) {
      throw NotReadable.broken();
    }
    if (name.indexOf("xmlns") == 0) {
      declared++;
    }
    inName = false;
  }

  private void name(char c) throws NotReadable {
    if (!inName) {
      name.setLength(0);
      inName = true;
    }
    if (name.append(c).length() > LONGEST_NAME) {
      throw NotReadable.broken();
    }
  }

  /// The tag ends with the character that was looked at.
  void end() throws NotReadable {
    if (closing) {
      return;
    }
    namespaces[depth] = namespaces[depth - 1] + declared;
    if (namespaces[depth] > MOST_NAMESPACES) {
      throw NotReadable.broken();
    }
    if (beforeEnd == '/') {
      depth--;
    }
  }
}
