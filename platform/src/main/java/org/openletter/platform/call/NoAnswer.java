package org.openletter.platform.call;

/// A neighbour did not answer, answered too late, answered nonsense or failed. What it would have
/// said is unknown.
public final class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String service;

  /// No answer from `service`, because of `why`.
  public NoAnswer(String service, String why) {
    super(why, null, false, false);
    this.service = service;
  }

  /// The neighbour that was asked.
  public String service() {
    return service;
  }
}
