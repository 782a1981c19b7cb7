package org.openletter.platform.problem;

/// A neighbour did not answer, answered too late, answered nonsense or failed. What it would have
/// said is unknown, and so is what it did.
public final class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String service;
  private final boolean ofDatabase;

  /// No answer from `service`, because of `why`.
  public NoAnswer(String service, String why) {
    this(service, false, why);
  }

  private NoAnswer(String service, boolean ofDatabase, String why) {
    super(why, null, false, false);
    this.service = service;
    this.ofDatabase = ofDatabase;
  }

  /// The service answers; its database does not.
  public static NoAnswer ofDatabase(String service, String why) {
    return new NoAnswer(service, true, why);
  }

  /// The service that does not answer, which need not be the one that was asked: a neighbour says
  /// whom it waits for itself.
  public String service() {
    return service;
  }

  /// Whether it is only its database that does not answer.
  public boolean ofDatabase() {
    return ofDatabase;
  }
}
