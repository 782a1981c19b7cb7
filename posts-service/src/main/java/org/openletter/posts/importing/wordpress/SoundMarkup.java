package org.openletter.posts.importing.wordpress;

import java.io.IOException;
import java.io.Reader;

/// Hands a text on so that a strict XML reader can read it, and before that reader spends work on
/// it. White space before the first tag, comments, instructions, characters and references that XML
/// forbids are left out; HTML's entities become their characters; a bare `&` or `<` in a text is
/// escaped. Tags that no export has are refused: the XML reader looks up every name among all
/// declarations around it, so 120,000 declarations in one tag cost it 17 seconds.
final class SoundMarkup extends Reader {

  private static final int LONGEST_ENTITY = 40;

  private final Reader in;
  private final char[] raw = new char[8192];
  private final StringBuilder ready = new StringBuilder();
  private final StringBuilder held = new StringBuilder();
  private final TagBounds bounds = new TagBounds();

  private State state = State.BEFORE;
  private State around = State.TEXT;
  private int taken;
  private boolean ended;
  private long handedOn;
  private int leftOut;

  private char quote;

  SoundMarkup(Reader in) {
    this.in = in;
  }

  /// How many characters went to the XML reader, which is a measure of its work.
  long handedOn() {
    return handedOn;
  }

  /// How many characters that XML forbids were left out.
  int leftOut() {
    return leftOut;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    while (taken == ready.length()) {
      if (ended) {
        return -1;
      }
      ready.setLength(0);
      taken = 0;
      fill();
    }
    int n = Math.min(length, ready.length() - taken);
    ready.getChars(taken, taken + n, into, from);
    taken += n;
    handedOn += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    int got = in.read(raw, 0, raw.length);
    for (int i = 0; i < got; i++) {
      if (legal(raw[i])) {
        step(raw[i]);
      } else {
        leftOut++;
      }
    }
    if (got < 0) {
      ended = true;
      switch (state) {
        case ENTITY -> ready.append("&amp;").append(held);
        // The XML reader says that something is missing.
        case OPEN, DECLARATION -> ready.append('<');
        default -> {}
      }
    }
  }

  private void step(char c) throws NotReadable {
    switch (state) {
      case BEFORE -> {
        if (c == '<') {
          state = State.OPEN;
        } else if (!Character.isWhitespace(c) && c != '\uFEFF') {
          state = State.TEXT;
          text(c);
        }
      }
      case TEXT -> text(c);
      case OPEN -> open(c);
      case DECLARATION -> declaration(c);
      case TAG -> tag(c);
      case QUOTED -> quoted(c);
      case CDATA -> {
        ready.append(c);
        passOver(c, ']', 2);
      }
      case COMMENT -> passOver(c, '-', 2);
      case INSTRUCTION -> passOver(c, '?', 1);
      case ENTITY -> entity(c);
    }
  }

  private void text(char c) {
    switch (c) {
      case '<' -> state = State.OPEN;
      case '&' -> reference(State.TEXT);
      case '>' -> ready.append("&gt;");
      default -> ready.append(c);
    }
  }

  private void open(char c) throws NotReadable {
    held.setLength(0);
    if (c == '!') {
      state = State.DECLARATION;
    } else if (c == '?') {
      state = State.INSTRUCTION;
    } else if (c == '/' || c == '_' || c == ':' || Character.isLetter(c)) {
      ready.append('<');
      state = State.TAG;
      bounds.begin(c == '/');
      tag(c);
    } else {
      ready.append("&lt;");
      state = State.TEXT;
      text(c);
    }
  }

  private void declaration(char c) throws NotReadable {
    held.append(c);
    String begun = held.toString();
    if (begun.equals("--")) {
      held.setLength(0);
      state = State.COMMENT;
    } else if (begun.equals("[CDATA[")) {
      ready.append("<![CDATA[");
      held.setLength(0);
      state = State.CDATA;
    } else if (!"--".startsWith(begun) && !"[CDATA[".startsWith(begun)) {
      throw NotReadable.entities();
    }
  }

  private void tag(char c) throws NotReadable {
    bounds.character(c);
    ready.append(c);
    if (c == '>') {
      bounds.end();
      state = State.TEXT;
    } else if (c == '"' || c == '\'') {
      quote = c;
      state = State.QUOTED;
    }
  }

  private void quoted(char c) throws NotReadable {
    bounds.quoted();
    if (c == '&') {
      reference(State.QUOTED);
    } else if (c == '<') {
      ready.append("&lt;");
    } else {
      ready.append(c);
      if (c == quote) {
        state = State.TAG;
      }
    }
  }

  // Goes on to the end of a section: `marks` times this mark, then `>`.
  private void passOver(char c, char mark, int marks) {
    if (c == '>' && held.length() >= marks) {
      held.setLength(0);
      state = State.TEXT;
    } else if (c != mark) {
      held.setLength(0);
    } else if (held.length() < marks) {
      held.append(c);
    }
  }

  private void reference(State from) {
    around = from;
    held.setLength(0);
    state = State.ENTITY;
  }

  private void entity(char c) throws NotReadable {
    if (c == ';' && !held.isEmpty()) {
      state = around;
      String read = Reference.read(held.toString());
      ready.append(read);
      leftOut += read.isEmpty() ? 1 : 0;
    } else if ((c == '#' || c < 0x7F && Character.isLetterOrDigit(c))
        && held.length() < LONGEST_ENTITY) {
      held.append(c);
    } else {
      state = around;
      ready.append("&amp;").append(held);
      step(c);
    }
  }

  static boolean legal(char c) {
    return c >= 0x20 && c < 0xFFFE || c == '\n' || c == '\t' || c == '\r';
  }

  private enum State {
    BEFORE,
    TEXT,
    OPEN,
    DECLARATION,
    TAG,
    QUOTED,
    CDATA,
    COMMENT,
    INSTRUCTION,
    ENTITY
  }
}
