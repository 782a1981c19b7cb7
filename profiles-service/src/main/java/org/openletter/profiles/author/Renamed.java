package org.openletter.profiles.author;

/// What an author is called now.
record Renamed(String eventId, String handle, String name) {}
