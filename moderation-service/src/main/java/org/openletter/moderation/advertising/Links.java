package org.openletter.moderation.advertising;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openletter.moderation.view.Views;
import org.openletter.moderation.view.Word;

/// The addresses of a folded text and how they were put in.
///
/// @param links in order, the same address as often as it stands there
/// @param markup whether HTML or BBCode makes a link, which the platform's own form never writes
/// @param disguised whether an address was written so that machines do not see it (`hxxp`, `[.]`)
/// @param contact whether there is an e-mail address
public record Links(List<Link> links, boolean markup, boolean disguised, boolean contact) {

  /// A page of links says no more than this many of them.
  private static final int MOST = 100;

  /// Ends of names that stand for an address also without `http` or `www`. Country codes that are
  /// ordinary words (`in`, `me`, `so`, `it`) are left out: people forget the space after a full
  /// stop. `example` is reserved for documentation, where our own samples live.
  private static final Set<String> ENDINGS =
      Set.of(
          "com",
          "net",
          "org",
          "info",
          "biz",
          "xyz",
          "top",
          "shop",
          "online",
          "site",
          "store",
          "club",
          "app",
          "dev",
          "link",
          "click",
          "icu",
          "vip",
          "win",
          "bet",
          "casino",
          "pharmacy",
          "loan",
          "loans",
          "page",
          "blog",
          "website",
          "space",
          "pro",
          "io",
          "ru",
          "cn",
          "uk",
          "eu",
          "tv",
          "cc",
          "gl",
          "ly",
          "example");

  private static final String EDGES = " \n<>\"'()[]{}|,;“”«»";

  /// Finds them.
  public static Links of(Views views) {
    String text = views.folded().text();
    Scan scan = new Scan(text);
    int start = 0;
    for (int i = 0; i <= text.length() && scan.found.size() < MOST; i++) {
      if (i == text.length() || EDGES.indexOf(text.charAt(i)) >= 0) {
        scan.token(start, i);
        start = i + 1;
      }
    }
    scan.disguised |= disguisedDot(text) || spokenDot(views.words());
    boolean markup =
        text.contains("<a href")
            || text.contains("[url=")
            || text.contains("[url]http")
            || text.contains("[link=");
    return new Links(List.copyOf(scan.found), markup, scan.disguised, scan.contact);
  }

  /// Whether there is a way out of the page.
  public boolean any() {
    return !links.isEmpty() || disguised;
  }

  long hosts() {
    return links.stream().map(Link::host).distinct().count();
  }

  private static boolean disguisedDot(String text) {
    for (String dot : new String[] {"[.]", "(.)", "[dot]", "(dot)", "{dot}"}) {
      int at = text.indexOf(dot);
      if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  /// `pills dot com`: the word dot before an ending that few sentences would put there.
  private static boolean spokenDot(List<Word> words) {
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).text().equals("dot")
          && Set.of("com", "net", "org", "info", "ru", "xyz", "shop")
              .contains(words.get(i + 1).text())) {
        return true;
      }
    }
    return false;
  }

  /// An address in the folded text, from char `start` up to `end`.
  public record Link(String host, int start, int end) {}

  private static final class Scan {

    private final String text;
    private final List<Link> found = new ArrayList<>();
    private boolean disguised;
    private boolean contact;

    Scan(String text) {
      this.text = text;
    }

    void token(int from, int to) {
      int start = from;
      int end = to;
      while (end > start
          && !Character.isLetterOrDigit(text.charAt(end - 1))
          && text.charAt(end - 1) != '/') {
        end--;
      }
      while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
        start++;
      }
      if (end - start < 4) {
        return;
      }
      String token = text.substring(start, end);
      if (token.indexOf('.') < 0) {
        return;
      }
      int scheme = token.indexOf("://");
      if (scheme > 0) {
        disguised |= token.startsWith("hxxp") || token.startsWith("h**p");
        add(token.substring(scheme + 3), start, end);
      } else if (token.indexOf('@') > 0) {
        contact = true;
      } else if (token.startsWith("ww.") || bare(host(token))) {
        // Folding has shortened www to ww.
        add(token, start, end);
      }
    }

    private void add(String address, int start, int end) {
      String host = host(address);
      found.add(new Link(host.startsWith("ww.") ? host.substring(3) : host, start, end));
    }

    private static String host(String address) {
      int end = 0;
      while (end < address.length() && "/?#:&".indexOf(address.charAt(end)) < 0) {
        end++;
      }
      return address.substring(0, end);
    }

    private static boolean bare(String host) {
      int dot = host.lastIndexOf('.');
      if (dot <= 0 || dot > 253 || !ENDINGS.contains(host.substring(dot + 1))) {
        return false;
      }
      return host.codePoints()
          .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }
  }
}
