package org.openletter.posts.importing.wordpress;

/// Writes exports for tests, with everything in its usual place.
final class Wxr {

  static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Wxr() {}

  static String file(String items) {
    return DECLARATION
        + """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Harbour letters</title><wp:wxr_version>1.2</wp:wxr_version>
        <wp:author><wp:author_login>ines</wp:author_login>
        <wp:author_display_name><![CDATA[Inês Marques]]></wp:author_display_name></wp:author>
        """
        + items
        + "</channel></rss>";
  }

  static String item(int number, String title, String html, String more) {
    return """
    <item><title>%2$s</title><link>https://harbour.example/%1$d</link><dc:creator>ines</dc:creator>
    <guid>https://harbour.example/?p=%1$d</guid><content:encoded><![CDATA[%3$s]]></content:encoded>
    <wp:post_id>%1$d</wp:post_id><wp:post_date_gmt>2019-03-04 08:00:00</wp:post_date_gmt>
    <wp:post_type>post</wp:post_type>%4$s</item>
    """
        .formatted(number, title, html, more);
  }

  static String comment(int number, int parent, String name, String html) {
    return """
    <wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_parent>%d</wp:comment_parent>
    <wp:comment_author><![CDATA[%s]]></wp:comment_author><wp:comment_content><![CDATA[%s]]></wp:comment_content>
    <wp:comment_date_gmt>2019-03-05 08:00:00</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved>
    </wp:comment>
    """
        .formatted(number, parent, name, html);
  }
}
