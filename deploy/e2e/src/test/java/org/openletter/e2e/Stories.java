package org.openletter.e2e;

/// What several stories begin with.
final class Stories {

  private Stories() {}

  /// Somebody signs up, writes a letter and publishes it. Returns its path.
  static String publish(Person writer, String title) {
    writer.opens("/sign-in?from=/studio").signsUp();
    writer.opens("/studio/letters/new");
    writer.fills("Title", title).fills("Letter", "We ask you to look at it with us.");
    writer.presses("See it as readers will").presses("Publish");
    return writer.path().replaceAll("[?#].*", "");
  }
}
