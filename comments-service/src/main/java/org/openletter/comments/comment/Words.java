package org.openletter.comments.comment;

import java.util.regex.Pattern;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.PlainText;
import org.openletter.platform.text.SafeHtml;
import org.springframework.web.util.HtmlUtils;

/// What a comment says.
///
/// @param text Markdown as it was typed, cleaned; empty once it was blanked
/// @param html rendered from it
/// @param renderer the version of the renderer that did
public record Words(String text, SafeHtml html, String renderer) {

  // The sanitizer leaves no angle bracket inside a tag or a text.
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private static final Words NONE = of(new Markdown(), "");

  /// Renders a text.
  public static Words of(Markdown markdown, String text) {
    return new Words(text, markdown.message(text), Markdown.VERSION);
  }

  /// Whether nothing of it can be seen once it is rendered: only spaces and marks, or a link
  /// without words.
  public boolean blank() {
    return PlainText.blank(HtmlUtils.htmlUnescape(TAG.matcher(html.value()).replaceAll("")));
  }

  /// What is left of a comment that was blanked.
  static Words none() {
    return NONE;
  }
}
