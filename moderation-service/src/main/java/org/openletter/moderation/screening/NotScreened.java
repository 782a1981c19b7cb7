package org.openletter.moderation.screening;

/// There is no verdict on a text: the screening failed, or its memory did not answer. It says
/// where, and nothing of the text: the failure itself may quote it, so it is not kept as a cause.
public final class NotScreened extends RuntimeException {

  private static final long serialVersionUID = 1;

  private NotScreened(String where) {
    super(where);
  }

  static NotScreened because(RuntimeException failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    return new NotScreened(
        failed.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
  }
}
