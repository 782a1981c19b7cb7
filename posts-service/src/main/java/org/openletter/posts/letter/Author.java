package org.openletter.posts.letter;

/// Whoever wrote a letter. Handle and name are a snapshot, rewritten when she renames herself.
///
/// @param id the account, which never leaves the platform
public record Author(String id, String handle, String name) {}
