package org.openletter.gateway.look.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What surrounds the content of one page; every template that fills `page/layout` takes one.
///
/// @param title the title without the name of the site
/// @param description one or two sentences for search engines and link lists, or null
/// @param path the page's own address without the origin, or null when it has none to be linked by
/// @param edge whether it is a letter, and so carries the airmail edge
/// @param work whether it is a tool on the desk rather than something to read
/// @param styles names of stylesheets beyond the common one, `letter` for `/css/letter.css`
/// @param scripts names of modules beyond the common ones, `counter` for `/js/counter.js`
/// @param now the instant that words such as "yesterday" are measured from
public record Page(
    Site site,
    Viewer viewer,
    String title,
    @Nullable String description,
    @Nullable String path,
    Place place,
    boolean edge,
    boolean work,
    List<String> styles,
    List<String> scripts,
    Instant now) {

  /// The same page, described for those who only see a link to it.
  public Page describedAs(String words) {
    return new Page(site, viewer, title, words, path, place, edge, work, styles, scripts, now);
  }

  /// The same page at this address.
  public Page at(String address) {
    return new Page(
        site, viewer, title, description, address, place, edge, work, styles, scripts, now);
  }

  /// The same page as part of this entry of the bar.
  public Page under(Place entry) {
    return new Page(
        site, viewer, title, description, path, entry, edge, work, styles, scripts, now);
  }

  /// The same page with the airmail edge.
  public Page withEdge() {
    return new Page(
        site, viewer, title, description, path, place, true, work, styles, scripts, now);
  }

  /// The same page on the desk: tools, no edge, not for search engines.
  public Page onDesk() {
    return new Page(
        site, viewer, title, description, path, place, false, true, styles, scripts, now);
  }

  /// The same page with more stylesheets.
  public Page styled(String... names) {
    return new Page(
        site,
        viewer,
        title,
        description,
        path,
        place,
        edge,
        work,
        more(styles, names),
        scripts,
        now);
  }

  /// The same page with more script modules.
  public Page scripted(String... names) {
    return new Page(
        site,
        viewer,
        title,
        description,
        path,
        place,
        edge,
        work,
        styles,
        more(scripts, names),
        now);
  }

  private static List<String> more(List<String> known, String... names) {
    return Stream.concat(known.stream(), Stream.of(names)).distinct().toList();
  }
}
