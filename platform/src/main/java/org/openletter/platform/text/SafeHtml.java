package org.openletter.platform.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/// HTML that came out of the sanitizer and was not touched since. The only type that reaches a page
/// unescaped. It is made by `Markdown`; mappers and clients of our own services may read one back.
public final class SafeHtml implements Content {

  private final String value;

  SafeHtml(String value) {
    this.value = value;
  }

  /// Takes HTML back that was stored or sent by one of our services. Nothing else may call this: an
  /// architecture rule checks it.
  @JsonCreator
  public static SafeHtml reread(String stored) {
    return new SafeHtml(stored);
  }

  /// The HTML.
  @JsonValue
  public String value() {
    return value;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeHtml html && html.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
