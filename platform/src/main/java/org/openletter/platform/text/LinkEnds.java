package org.openletter.platform.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/// Says where a link leads when its words name another address. People read the words, and a
/// browser shows the address to those alone who have a mouse.
final class LinkEnds {

  /// Longer words are no address that anybody reads.
  private static final int READ = 1000;

  /// What looks like a host: with a scheme or `www.` in front of it anywhere in the words.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\\b[a-z][a-z0-9+.-]{1,15}:/{1,3}|\\bwww\\.)[^\\s/?#\\\\]{1,253}",
          Pattern.CASE_INSENSITIVE);

  /// The same without, when the words are nothing else.
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}._%+-]{1,64}@)?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}"
              + "(?::[0-9]{1,5})?(?:[/?#].*)?");

  private static final Pattern WEB = Pattern.compile("https?:/*+|//+");

  private LinkEnds() {}

  /// A few words to put behind this link; empty when its own words mislead nobody.
  static Optional<String> note(Link link) {
    String words = PlainText.compatible(words(link)).strip().toLowerCase(Locale.ROOT);
    Optional<String> read = hostRead(words);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    String end = hostOf(link.getDestination());
    return bare(read.get()).equals(bare(end))
        ? Optional.empty()
        : Optional.of(
            end.isEmpty() ? " (leads elsewhere on this site)" : " (leads to " + end + ")");
  }

  private static Optional<String> hostRead(String words) {
    Matcher named = NAMED.matcher(words);
    if (named.find()) {
      String found = named.group();
      int scheme = found.indexOf(':');
      return Optional.of(
          beforePort(scheme < 0 ? found : found.substring(scheme + 1).replaceFirst("^/+", "")));
    }
    return ALONE.matcher(words).matches()
        ? Optional.of(beforePort(hostOnly(words.substring(words.indexOf('@') + 1))))
        : Optional.empty();
  }

  /// The host that a browser goes to, or the part of a mail address that says where it goes; empty
  /// for an address of this site.
  private static String hostOf(String destination) {
    String address = destination.strip().toLowerCase(Locale.ROOT).replace('\\', '/');
    if (address.startsWith("mailto:")) {
      String to = hostOnly(address.substring("mailto:".length()));
      return to.substring(to.lastIndexOf('@') + 1);
    }
    // Browsers do not count the slashes.
    Matcher web = WEB.matcher(address);
    if (!web.lookingAt()) {
      return "";
    }
    String authority = hostOnly(address.substring(web.end()));
    return ascii(beforePort(authority.substring(authority.lastIndexOf('@') + 1)));
  }

  private static String hostOnly(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return address.substring(0, i);
      }
    }
    return address;
  }

  // A name in front of an at sign stays: who reads "bank.example@" reads a bank.
  private static String beforePort(String host) {
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static String bare(String host) {
    String ascii = ascii(host);
    String plain = ascii.startsWith("www.") ? ascii.substring(4) : ascii;
    return plain.replaceFirst("[.,;:!?)\\]]+$", "");
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noHost) {
      return host;
    }
  }

  // What cannot be seen between the letters is not read either.
  private static String words(Link link) {
    StringBuilder words = new StringBuilder();
    link.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            add(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            add(code.getLiteral());
          }

          private void add(String literal) {
            literal
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .limit(Math.max(0, READ - words.length()))
                .forEach(words::appendCodePoint);
          }
        });
    return words.toString();
  }
}
