package org.openletter.posts.importing.html;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out the marks in square brackets by which WordPress calls its plug-ins. Words and
/// addresses inside stay; what a plug-in would have shown cannot.
///
/// @param html without the marks
/// @param lost how often each was there that showed something of its own
record Shortcodes(String html, Map<String, Integer> lost) {

  private static final int LONGEST = 2_000;

  private static final Pattern MARK =
      Pattern.compile(
          "(?<!\\[)\\[(/?)([A-Za-z][A-Za-z0-9_-]{0,40})((?:\\s[^\\[\\]]{0,"
              + LONGEST
              + "})?/?)\\](?!\\])");

  private static final Pattern ATTRIBUTE = Pattern.compile("\\s[A-Za-z_-]{1,40}\\s?=\\s?\\S");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:^\\s+|\\b(?:src|url|href|mp3|m4a|ogg|wav|mp4|m4v|webm)\\s?=\\s?[\"']?)(https?://[^\\s\"'<>]{1,500})");

  private static final Pattern CAPTION =
      Pattern.compile("\\bcaption\\s?=\\s?(?:\"([^\"]{1,1000})\"|'([^']{1,1000})')");

  private static final Set<String> OF_WORDPRESS =
      Set.of("caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist");

  /// Nothing of these is lost: their words or their address stay.
  private static final Set<String> KEPT = Set.of("caption", "wp_caption", "embed");

  static Shortcodes takeFrom(String html) {
    Set<String> closed = new HashSet<>();
    Matcher mark = MARK.matcher(html);
    while (mark.find()) {
      if (!mark.group(1).isEmpty()) {
        closed.add(name(mark));
      }
    }
    Map<String, Integer> lost = new TreeMap<>();
    StringBuilder kept = new StringBuilder(html.length());
    String caption = "";
    int from = 0;
    mark.reset();
    while (mark.find()) {
      if (!isMark(mark, closed)) {
        continue;
      }
      kept.append(html, from, mark.start());
      from = mark.end();
      if (!mark.group(1).isEmpty()) {
        kept.append(caption);
        caption = "";
        continue;
      }
      Matcher words = CAPTION.matcher(mark.group(3));
      if (OF_WORDPRESS.contains(name(mark)) && words.find()) {
        caption = " " + (words.group(1) == null ? words.group(2) : words.group(1));
      }
      Matcher address = ADDRESS.matcher(mark.group(3));
      if (address.find()) {
        kept.append(' ').append(address.group(1)).append(' ');
      }
      if (!KEPT.contains(name(mark))) {
        lost.merge(name(mark), 1, Integer::sum);
      }
    }
    return new Shortcodes(kept.append(html, from, html.length()).toString(), lost);
  }

  // People write in brackets too: "[sic]". A mark has attributes, an address or an end.
  private static boolean isMark(Matcher mark, Set<String> closed) {
    String name = name(mark);
    return OF_WORDPRESS.contains(name)
        || closed.contains(name)
        || name.contains("_")
        || ATTRIBUTE.matcher(mark.group(3)).find()
        || ADDRESS.matcher(mark.group(3)).find();
  }

  private static String name(Matcher mark) {
    return mark.group(2).toLowerCase(Locale.ROOT);
  }
}
