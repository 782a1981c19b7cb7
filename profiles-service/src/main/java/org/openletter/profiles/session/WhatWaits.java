package org.openletter.profiles.session;

import java.util.Locale;
import java.util.stream.Stream;

/// What the gateway keeps of somebody until she is signed in: the form that it is of.
public enum WhatWaits {
  RESPONSE("Sign in to send your response"),
  CHANGED_RESPONSE("Sign in to save the change of your response"),
  LETTER("Sign in to save your letter"),
  PROFILE("Sign in to save what you say about yourself"),
  DECISION("Sign in to go on with your decision"),
  CONVERSATION("Sign in to save how the conversation is held"),
  IMPORT("Sign in to go on bringing in your letter"),
  CONTACT("Sign in to save how people reach this site"),
  /// Something that this service has no words for.
  OTHER("Sign in to go on");

  private final String title;

  WhatWaits(String title) {
    this.title = title;
  }

  /// By the name that the gateway has for the form.
  static WhatWaits of(String code) {
    return Stream.of(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
        .findFirst()
        .orElse(OTHER);
  }

  /// What signing in is for.
  public String title() {
    return title;
  }

  /// That nothing is lost meanwhile.
  public String kept() {
    return this == IMPORT
        ? "What you chose is kept. It will be waiting."
        : "Your words are kept. They will be waiting.";
  }
}
