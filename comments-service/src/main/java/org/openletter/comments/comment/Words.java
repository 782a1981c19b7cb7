package org.openletter.comments.comment;

import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.SafeHtml;

/// What a comment says.
///
/// @param text Markdown as it was typed, cleaned; empty once it was blanked
/// @param html rendered from it
/// @param renderer the version of the renderer that did
public record Words(String text, SafeHtml html, String renderer) {

  private static final Words NONE = of(new Markdown(), "");

  /// Renders a text.
  public static Words of(Markdown markdown, String text) {
    return new Words(text, markdown.comment(text), Markdown.VERSION);
  }

  /// What is left of a comment that was blanked.
  static Words none() {
    return NONE;
  }
}
