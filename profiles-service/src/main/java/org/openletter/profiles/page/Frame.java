package org.openletter.profiles.page;

import java.net.URI;

/// What every page needs around its content.
///
/// @param title what the page is
/// @param csrf the value of the hidden field of its forms
/// @param leaveTo where "Leave this page" leads; only ever a link
public record Frame(String title, String csrf, URI leaveTo) {}
