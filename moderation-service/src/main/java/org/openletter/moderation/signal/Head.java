package org.openletter.moderation.signal;

/// What a score is about. Findings of one head add up; each head has a threshold of its own.
public enum Head {
  SPAM,
  GIBBERISH,
  PERSONAL_DATA,
  OFF_TOPIC,
  HARASSMENT,
  /// Not about the text at all: a first response, or one that could not be checked.
  CIRCUMSTANCE
}
