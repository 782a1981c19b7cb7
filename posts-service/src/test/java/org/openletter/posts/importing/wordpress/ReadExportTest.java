package org.openletter.posts.importing.wordpress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadExportTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  private static final long LARGEST = 32 << 20;

  @TempDir private Path folder;

  @Test
  void takesAnItemWithItsComments() {
    Export export =
        export(
            read(
                wxr(
                    item(
                        "7",
                        "<p>Hello</p>",
                        comment("2", "1", "Thandi M", "A <b>reply</b>", "1")
                            + comment("1", "0", "Bo &amp; Co", "First", "0")))));

    Export.Item item = export.items().getFirst();
    assertThat(item.title()).isEqualTo("A letter & more");
    assertThat(item.date()).isEqualTo("2020-06-25T12:00:00Z");
    assertThat(item.author()).isEqualTo("Carla Winter");
    assertThat(item.origin()).isEqualTo("https://letters.example/?p=7");
    assertThat(item.comments())
        .containsExactly(
            new Export.Comment(
                "1",
                null,
                "Bo & Co",
                "Bo & Co",
                "First",
                Instant.parse("2020-06-26T09:00:01Z"),
                false),
            new Export.Comment(
                "2",
                "1",
                "Thandi M",
                "Thandi M",
                "A **reply**",
                Instant.parse("2020-06-26T09:00:02Z"),
                true));
  }

  @Test
  void leavesOutWhatIsNoLetterOrNoResponseAndCountsIt() {
    Export export =
        export(
            read(
                wxr(
                    item(
                            "1",
                            "text",
                            comment("1", "0", "A", "spam", "spam")
                                + comment("2", "0", "B", "trash", "trash")
                                + comment("3", "0", "C", "ping", "1")
                                    .replace(
                                        "<wp:comment_type>comment", "<wp:comment_type>pingback")
                                + comment("4", "2", "D", "stays", "1")
                                + comment("4", "0", "E", "same number", "1"))
                        + item("2", "text", "").replace(">post<", ">attachment<")
                        + item("3", "  <br> ", "")
                        + item("4", "a page", "").replace(">post<", ">page<")
                        + item("5", "in the bin", "").replace(">publish<", ">trash<"))));

    assertThat(export.items()).extracting(Export.Item::source).containsExactly("1", "4");
    assertThat(export.items().getFirst().comments())
        .extracting(Export.Comment::name, Export.Comment::parent)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("D", null));
    assertThat(export.leftOut()).isEqualTo(7);
  }

  @Test
  void readsTheEncodingThatTheFileDeclares() {
    String text = wxr(item("1", "Grüße", ""));

    for (Charset charset : new Charset[] {UTF_8, ISO_8859_1}) {
      String declared = text.replace("UTF-8", charset.name());
      assertThat(body(read(declared.getBytes(charset)))).isEqualTo("Grüße");
    }
    String sixteen = text.replace("UTF-8", "UTF-16");
    assertThat(body(read(sixteen.getBytes(StandardCharsets.UTF_16)))).isEqualTo("Grüße");
    assertThat(body(read(sixteen.getBytes(UTF_16LE)))).isEqualTo("Grüße");
    assertThat(body(read(("\uFEFF" + text).getBytes(UTF_8)))).isEqualTo("Grüße");
  }

  @Test
  void refusesBytesThatDoNotFitTheEncoding() {
    String text = wxr(item("1", "Grüße ".repeat(51), ""));

    assertThat(type(read(text.getBytes(ISO_8859_1)))).isEqualTo("encoding");
    assertThat(type(read(text.replace("UTF-8", "EBCDIC-CP-US").getBytes(UTF_8))))
        .isEqualTo("encoding");
    assertThat(type(read(text.replace("UTF-8", "UTF-7").getBytes(UTF_8)))).isEqualTo("encoding");
    assertThat(type(read(text.getBytes(Charset.forName("UTF-32"))))).isEqualTo("encoding");
  }

  @Test
  void dropsControlCharactersThatXmlForbids() {
    assertThat(body(read(wxr(item("1", "a\u0008b\u0000c\u001Bd\uFFFFe", ""))))).isEqualTo("abcde");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{\"letters\":[]}",
        "hello",
        "<!DOCTYPE html><html><body>Not found</body></html>",
        "<html><body>Not found</body></html>",
        "<?xml version=\"1.0\"?><opml></opml>",
        "<rss version=\"2.0\"><channel><title>A feed</title></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>",
        "PK zip"
      })
  void refusesWhatIsNoExport(String text) {
    assertThat(type(read(text))).isEqualTo("not-an-export");
  }

  @Test
  void refusesAFileThatWasCutOffAnywhere() {
    String text = wxr(item("1", "Hello", comment("1", "0", "A", "text", "1")));
    int root = text.indexOf("<channel>");

    for (int end = root; end < text.length() - 1; end += 7) {
      assertThat(type(read(text.substring(0, end)))).as("cut at %d", end).isEqualTo("broken-file");
    }
  }

  @Test
  void refusesMarkupThatIsNotWellFormed() {
    assertThat(type(read(wxr(item("1", "x", "").replace("</item>", "</itm>")))))
        .isEqualTo("broken-file");
    assertThat(type(read(wxr("<a>".repeat(100_000))))).isEqualTo("broken-file");
  }

  @Test
  void refusesEntitiesOfItsOwnAndFetchesNothing() throws IOException {
    AtomicInteger fetched = new AtomicInteger();
    HttpServer canary = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    canary.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
        });
    canary.start();
    try {
      String url = "http://127.0.0.1:" + canary.getAddress().getPort() + "/x.dtd";
      Path secret = Files.writeString(folder.resolve("secret"), "the secret");
      for (String declared :
          new String[] {
            "<!ENTITY x \"y\">",
            "<!ENTITY x SYSTEM \"" + secret.toUri() + "\">",
            "<!ENTITY x SYSTEM \"" + url + "\">",
            "<!ENTITY % p SYSTEM \"" + url + "\"> %p;",
            laughs()
          }) {
        String text =
            wxr(item("1", "x", "").replace("A letter", "&x;"))
                .replace("<rss", "<!DOCTYPE rss [" + declared + "]><rss");
        assertThat(type(read(text))).as(declared).isEqualTo("entities");
      }
      String external =
          wxr(item("1", "x", "")).replace("<rss", "<!DOCTYPE rss SYSTEM \"" + url + "\"><rss");
      assertThat(type(read(external))).isEqualTo("entities");
      assertThat(fetched).hasValue(0);
    } finally {
      canary.stop(0);
    }
  }

  @Test
  void refusesMoreLettersOrResponsesThanItHandles() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i <= 20_000; i++) {
      letters.append(item(Integer.toString(i), "x", ""));
    }
    assertThat(type(read(wxr(letters.toString())))).isEqualTo("too-much");

    StringBuilder comments = new StringBuilder();
    for (int i = 1; i <= 20_001; i++) {
      comments.append(comment(Integer.toString(i), "0", "A", "x", "1"));
    }
    assertThat(type(read(wxr(item("1", "x", comments.toString()))))).isEqualTo("too-much");
  }

  @Test
  void takesAnHonestLargeFile() {
    // The XML reader counts every one of these as an entity, and stops at 100,000 if it may.
    String words = "words &amp; more words of a kind that people write. ".repeat(19);
    StringBuilder comments = new StringBuilder();
    for (int i = 1; i <= 8_000; i++) {
      comments.append(comment(Integer.toString(i), "0", "A", "]]>" + words + "<![CDATA[", "1"));
    }

    Export export = export(read(wxr(item("1", "x", comments.toString()))));

    assertThat(export.items().getFirst().comments()).hasSize(8_000);
    assertThat(export.items().getFirst().comments().getLast().text())
        .startsWith("words & more words");
  }

  @Test
  void leavesOutLettersAndShortensResponsesThatAreTooLong() {
    Export export =
        export(
            read(
                wxr(
                    item("1", "word ".repeat(13_200), "")
                        + item("2", "word ".repeat(450_000), "")
                        + item(
                            "3",
                            "short",
                            comment("1", "0", "A", "word ".repeat(1_700), "1")
                                + comment("2", "0", "B", "word ".repeat(20_000), "1")))));

    assertThat(export.items()).extracting(Export.Item::source).containsExactly("3");
    assertThat(export.items().getFirst().comments().getFirst().text())
        .hasSizeLessThanOrEqualTo(8_000)
        .endsWith("word\n\n(The end stayed behind when this was brought in.)");
    assertThat(export.items().getFirst().comments()).hasSize(1);
    assertThat(export.notes())
        .containsExactly(
            "2 letters are longer than 64 kB and stay behind.",
            "One response is longer than 8,000 characters; its end stays behind, and it says so.");
  }

  @Test
  void putsParentsFirstAndBreaksCircles() {
    Export export =
        export(
            read(
                wxr(
                    item(
                        "1",
                        "x",
                        comment("1", "9", "child", "x", "1")
                            + comment("9", "0", "parent", "x", "1")
                            + comment("3", "4", "circle", "x", "1")
                            + comment("4", "3", "circle", "x", "1")
                            + comment("5", "5", "self", "x", "1")))));

    assertThat(export.items().getFirst().comments())
        .extracting(c -> c.source() + "<" + c.parent())
        .containsExactly("9<null", "1<9", "4<null", "3<4", "5<null");
  }

  @Test
  void replacesDatesThatCannotBe() {
    String zero = "0000-00-00 00:00:00";
    Export export =
        export(
            read(
                wxr(
                    item("1", "x", comment("1", "0", "A", "x", "1"))
                        .replaceAll("2020-06-26 09:00:01", zero)
                        .replaceAll("2020-06-25 12:00:00", "9999-12-31 00:00:00"))));

    Export.Item item = export.items().getFirst();
    assertThat(item.date()).isEqualTo("2020-06-24T10:00:00Z");
    assertThat(item.comments().getFirst().at()).isEqualTo("2020-06-24T10:00:00Z");
  }

  private static String laughs() {
    StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 20; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return laughs.append("<!ENTITY x \"&l19;\">").toString();
  }

  private static String wxr(String items) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>Letters</title><wp:wxr_version>1.2</wp:wxr_version>
    <wp:author><wp:author_login>carla</wp:author_login><wp:author_email>c@letters.example</wp:author_email>
    <wp:author_display_name><![CDATA[Carla Winter]]></wp:author_display_name></wp:author>
    """
        + items
        + "</channel></rss>";
  }

  private static String item(String id, String html, String comments) {
    return """
    <item><title><![CDATA[A letter &amp; more]]></title><link>https://letters.example/%1$s</link>
    <pubDate>Wed, 24 Jun 2020 10:00:00 +0000</pubDate><dc:creator>carla</dc:creator>
    <guid>https://letters.example/?p=%1$s</guid>
    <content:encoded><![CDATA[%2$s]]></content:encoded><wp:post_id>%1$s</wp:post_id>
    <wp:post_date_gmt>2020-06-25 12:00:00</wp:post_date_gmt><wp:status>publish</wp:status>
    <wp:post_type>post</wp:post_type>%3$s</item>
    """
        .formatted(id, html, comments);
  }

  private static String comment(
      String id, String parent, String name, String html, String approved) {
    return """
    <wp:comment><wp:comment_id>%1$s</wp:comment_id><wp:comment_author><![CDATA[%3$s]]></wp:comment_author>
    <wp:comment_author_email>someone@mail.example</wp:comment_author_email>
    <wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>
    <wp:comment_date_gmt>2020-06-26 09:00:%6$s</wp:comment_date_gmt>
    <wp:comment_content><![CDATA[%4$s]]></wp:comment_content>
    <wp:comment_approved>%5$s</wp:comment_approved><wp:comment_type>comment</wp:comment_type>
    <wp:comment_parent>%2$s</wp:comment_parent></wp:comment>
    """
        .formatted(id, parent, name, html, approved, "%02d".formatted(Integer.parseInt(id) % 60));
  }

  private ReadExport.Result read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private ReadExport.Result read(byte[] bytes) {
    try {
      return new ReadExport(NOW).read(Files.write(folder.resolve("export.xml"), bytes), LARGEST);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String body(ReadExport.Result reading) {
    return export(reading).items().getFirst().body();
  }

  private static Export export(ReadExport.Result reading) {
    return ((ReadExport.Result.Read) reading).export();
  }

  private static String type(ReadExport.Result reading) {
    return reading instanceof ReadExport.Result.Refused refused ? refused.type() : "accepted";
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
