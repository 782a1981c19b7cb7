package org.openletter.moderation.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openletter.moderation.personal.Piece.Kind;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;
import org.openletter.moderation.view.Word;

/// Finds e-mail addresses of persons, also those spelled with "at" and "dot".
final class Mails {

  /// Addresses of an office are there to be written to.
  private static final Set<String> OFFICES =
      Set.of(
          "info",
          "contact",
          "support",
          "help",
          "helpline",
          "press",
          "office",
          "hello",
          "admin",
          "enquiries",
          "enquiry",
          "inquiries",
          "team",
          "media",
          "news",
          "service",
          "noreply",
          "webmaster",
          "editor",
          "membership",
          "volunteer",
          "legal");

  private static final Set<String> ENDINGS =
      Set.of(
          "com", "net", "org", "info", "co", "uk", "za", "ie", "de", "fr", "nl", "pl", "eu", "edu",
          "io", "me", "ch", "at", "es", "it", "pt", "se", "example", "mail", "in", "au", "ca");

  private static final Set<String> MAIL_HOSTS =
      Set.of(
          "gmail",
          "yahoo",
          "hotmail",
          "outlook",
          "proton",
          "protonmail",
          "icloud",
          "gmx",
          "aol",
          "webmail",
          "ymail",
          "mailbox",
          "tutanota");

  private static final int LONGEST = 64;

  /// A text with this many addresses is held anyway.
  private static final int MOST = 100;

  private Mails() {}

  static List<Piece> in(Views views) {
    List<Piece> pieces = new ArrayList<>();
    written(views.raw(), pieces);
    spelled(views, pieces);
    return pieces;
  }

  private static void written(String text, List<Piece> pieces) {
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      while (start > 0 && at - start < LONGEST && local(text.charAt(start - 1))) {
        start--;
      }
      int end = at + 1;
      int dot = -1;
      while (end < text.length() && end - at < LONGEST && domain(text.charAt(end))) {
        dot = text.charAt(end) == '.' ? end : dot;
        end++;
      }
      while (end > at && text.charAt(end - 1) == '.') {
        end--;
      }
      boolean ended = dot > at + 1 && text.lastIndexOf('.', end - 1) > at && end - dot > 1;
      if (start < at
          && ended
          && !OFFICES.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
        pieces.add(new Piece(Kind.MAIL, start, end, 0.9));
      }
    }
  }

  private static boolean local(char c) {
    return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
  }

  private static boolean domain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  /// `rosa at mail dot example`, `rosa (at) gmail`.
  private static void spelled(Views views, List<Piece> pieces) {
    List<Word> words = views.words();
    for (int i = 1; i + 1 < words.size() && pieces.size() < MOST; i++) {
      if (!words.get(i).text().equals("at")) {
        continue;
      }
      int last = i + 1;
      boolean host = MAIL_HOSTS.contains(words.get(last).text());
      boolean dotted = false;
      while (last + 2 < words.size()
          && words.get(last + 1).text().equals("dot")
          && ENDINGS.contains(words.get(last + 2).text())) {
        last += 2;
        dotted = true;
      }
      if (host
          && !dotted
          && last + 1 < words.size()
          && ENDINGS.contains(words.get(last + 1).text())) {
        last++;
      }
      if ((host || dotted) && !OFFICES.contains(words.get(i - 1).text())) {
        Span span = views.span(words.get(i - 1), words.get(last));
        pieces.add(
            new Piece(
                Kind.MAIL,
                views.raw().offsetByCodePoints(0, span.start()),
                views.raw().offsetByCodePoints(0, span.end()),
                0.85));
      }
    }
  }
}
