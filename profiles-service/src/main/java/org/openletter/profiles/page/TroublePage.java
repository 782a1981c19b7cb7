package org.openletter.profiles.page;

/// What happened instead of the page that was asked for.
public record TroublePage(Frame frame, String sentence) {}
