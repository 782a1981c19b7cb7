package org.openletter.gateway.look.page;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the pages know of the site they belong to.
///
/// @param origin the public address, scheme and host, without a path
/// @param leaveTo where "Leave this page" leads: a page that looks like nothing in particular and
///   is up whenever this site is not. It is only ever a link; no page loads anything from there
/// @param contact how people reach whoever runs the site, in words
/// @param timeZone the zone of dates in pages read without script; with script each reader sees her
///   own
@ConfigurationProperties("openletter")
public record Site(
    @DefaultValue("http://localhost:8080") URI origin,
    @DefaultValue("https://www.wikipedia.org/") URI leaveTo,
    @DefaultValue("The people who run this site have not said yet how to reach them.")
        String contact,
    @DefaultValue("UTC") ZoneId timeZone) {

  /// The full address of a path, for feeds and canonical links.
  public String address(String path) {
    return origin + path;
  }
}
