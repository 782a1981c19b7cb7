package org.openletter.gateway.studio.editor;

/// A piece of one text or of both.
public record Piece(Kind kind, String text) {

  /// Where it stands.
  public enum Kind {
    SAME,
    /// Only in the earlier text.
    GONE,
    /// Only in the later text.
    NEW
  }
}
