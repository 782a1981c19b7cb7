package org.openletter.gateway.reading.feed;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Site;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.gateway.reading.home.ListLetters;
import org.springframework.stereotype.Component;

/// A feed reader asks what is new.
@Component
class WriteFeed {

  private static final int NEWEST = 30;

  private final ListLetters listLetters;
  private final Site site;

  WriteFeed(ListLetters listLetters, Site site) {
    this.listLetters = listLetters;
    this.site = site;
  }

  /// The newest letters as a feed.
  ///
  /// @param kind `atom_1.0` or `rss_2.0`
  /// @param path where this feed stands
  String write(String kind, String path) {
    var letters = listLetters.newest(NEWEST);
    var feed = new SyndFeedImpl();
    feed.setFeedType(kind);
    feed.setEncoding("UTF-8");
    feed.setTitle("Openletter");
    feed.setDescription("Open letters, newest first.");
    feed.setUri(site.address("/"));
    feed.setLink(site.address("/"));
    feed.setLanguage("en");
    feed.setLinks(List.of(link("alternate", "/"), link("self", path)));
    // The latest change dates the feed: the same letters make the same bytes, and so the same ETag.
    feed.setPublishedDate(
        letters.stream()
            .map(Letter::newsAt)
            .max(Comparator.naturalOrder())
            .map(Date::from)
            .orElse(null));
    feed.setEntries(letters.stream().map(this::entry).toList());
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("A feed of checked texts can be written", e);
    }
  }

  private SyndEntry entry(Letter letter) {
    var entry = new SyndEntryImpl();
    entry.setTitle(legal(letter.title()));
    entry.setUri(site.address("/letters/" + letter.id()));
    entry.setLink(site.address(letter.address()));
    entry.setAuthor(legal(letter.from()));
    entry.setPublishedDate(Date.from(letter.publishedAt()));
    entry.setUpdatedDate(Date.from(letter.newsAt()));
    var description = new SyndContentImpl();
    description.setType("text/plain");
    description.setValue(legal("To " + letter.to() + ". " + excerpt(letter.excerpt())));
    entry.setDescription(description);
    return entry;
  }

  private SyndLinkImpl link(String relation, String path) {
    var link = new SyndLinkImpl();
    link.setRel(relation);
    link.setHref(site.address(path));
    return link;
  }

  private static String excerpt(@Nullable String excerpt) {
    return excerpt == null ? "" : excerpt;
  }

  /// The text without what XML 1.0 cannot carry, not even escaped.
  private static String legal(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c ->
            c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
