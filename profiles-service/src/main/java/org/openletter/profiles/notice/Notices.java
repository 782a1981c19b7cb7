package org.openletter.profiles.notice;

/// Tells people things.
public interface Notices {

  /// Tells somebody something. The same event again changes nothing, also after it was read.
  void tell(News news);

  /// How many notices she has not read, counted up to 100.
  int unread(String accountId);
}
