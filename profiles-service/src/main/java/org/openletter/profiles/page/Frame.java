package org.openletter.profiles.page;

import java.net.URI;
import org.openletter.profiles.session.WayBack;

/// What every page needs around its content.
///
/// @param title what the page is
/// @param csrf the value of the hidden field of its forms
/// @param back where she was going, for a further hidden field; empty when nowhere
/// @param leaveTo where "Leave this page" leads; only ever a link
public record Frame(String title, String csrf, String back, URI leaveTo) {

  /// The way back as the query of a link to another page of this service.
  public String way() {
    return WayBack.asQuery(back);
  }
}
