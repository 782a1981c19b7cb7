package org.openletter.moderation.advertising;

/// An address in the folded text, from char `start` up to `end`.
public record Link(String host, int start, int end) {}
