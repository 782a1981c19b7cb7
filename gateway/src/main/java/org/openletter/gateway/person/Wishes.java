package org.openletter.gateway.person;

/// How a signed-in person wants pages to behave in this browser; kept until she signs out.
///
/// @param withoutLeaveKey whether Shift, pressed three times, does not leave the page
public record Wishes(boolean withoutLeaveKey) {}
