package org.openletter.gateway.door.form;

/// One field of a form that may come back.
///
/// @param name as the form has it
/// @param label what it is called on the page; empty for what nobody reads, such as a key
public record Field(String name, String label, Shape shape) {

  /// What it looks like when it comes back.
  public enum Shape {
    /// Goes along unseen.
    HIDDEN,
    /// Something that was chosen: shown, and not changed here.
    CHOSEN,
    /// One line that can be changed.
    LINE,
    /// Words that can be changed.
    WORDS
  }

  /// A chosen value as a person reads it; empty for one that is not for reading.
  public String said(String value) {
    return Chosen.inWords(name, value);
  }

  /// Whether it stands on the page for somebody to read.
  boolean isRead() {
    return shape != Shape.HIDDEN;
  }

  static Field hidden(String name) {
    return new Field(name, "", Shape.HIDDEN);
  }

  static Field chosen(String name, String label) {
    return new Field(name, label, Shape.CHOSEN);
  }

  static Field line(String name, String label) {
    return new Field(name, label, Shape.LINE);
  }

  static Field words(String name, String label) {
    return new Field(name, label, Shape.WORDS);
  }
}
