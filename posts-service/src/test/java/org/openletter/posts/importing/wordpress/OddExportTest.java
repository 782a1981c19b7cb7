package org.openletter.posts.importing.wordpress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Exports as other sites really make them: sound but for something.
class OddExportTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n \t\n\n", "\uFEFF", "\n\n\uFEFF", "\uFEFF\n\n"})
  void readsWhatStandsBehindBlankLinesAndMarks(String before) {
    assertThat(export(before + plain()).items()).hasSize(1);
  }

  @Test
  void readsNamesOfHttpsToo() {
    assertThat(export(plain().replace("\"http://", "\"https://")).items()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "To&nbsp;the&nbsp;harbour|To the harbour|0",
        "Caf&eacute; &amp; bar &hellip;|Café & bar …|0",
        "It&#146;s late|It’s late|0",
        "Salt & water|Salt & water|0",
        "Five < six|Five < six|0",
        "&unknownthing; stays|&unknownthing; stays|0",
        "One&#11;two&#x1F;&#0;|Onetwo|3",
        "One&#xFFFE;&#55357;two|Onetwo|2"
      })
  void readsReferencesAsTheyWereMeant(String title, String read, int leftOut) {
    Export export = export(Wxr.file(Wxr.item(1, title, "Words", "")));

    assertThat(export.items().getFirst().title()).isEqualTo(read);
    assertThat(export.notes().toString().contains("control character")).isEqualTo(leftOut > 0);
    assertThat(export.notes().toString().contains(leftOut + " control characters"))
        .isEqualTo(leftOut > 1);
  }

  @Test
  void saysThatControlCharactersWereLeftOut() {
    Export export = export(Wxr.file(Wxr.item(1, "T", "a\u0008b\u001Bc", "")));

    assertThat(export.items().getFirst().body()).isEqualTo("abc");
    assertThat(export.notes())
        .containsExactly("2 control characters, which nobody can see, were left out.");
  }

  @Test
  void replacesAWrongByteAndNamesItsLine() throws IOException {
    String text = "\n" + Wxr.file(Wxr.item(1, "T", "one\ntwo\nna?ve\nfour", ""));
    byte[] bytes = text.getBytes(UTF_8);
    int at = new String(bytes, ISO_8859_1).indexOf("na?ve") + 2;
    bytes[at] = (byte) 0xEF;
    long line = text.substring(0, text.indexOf("na?ve")).lines().count() + 1;

    Export export = export(bytes);

    assertThat(export.items().getFirst().body()).contains("na\uFFFDve");
    assertThat(export.notes())
        .containsExactly(
            "One character is damaged in this file and shown as \uFFFD: line %d.".formatted(line));
  }

  @Test
  void readsWrongBytesWhereverTheyAre() {
    // Around the ends of the pieces in which it is decoded.
    for (int before = 32_000; before < 32_200; before += 11) {
      String text = Wxr.file(Wxr.item(1, "T", "a".repeat(before) + "??" + "b".repeat(90), ""));
      byte[] bytes = text.getBytes(UTF_8);
      int at = new String(bytes, ISO_8859_1).indexOf("??");
      // The beginning of a character that does not go on.
      bytes[at] = (byte) 0xE2;
      bytes[at + 1] = (byte) 0x82;

      Export export = export(bytes);

      String end = export.items().getFirst().body().substring(before - 1);
      assertThat(end).isEqualTo("a\uFFFD" + "b".repeat(90));
      assertThat(export.notes().toString()).contains("One character is damaged");
    }
  }

  @Test
  void saysWhatWasNotPublicThere() {
    Export export =
        export(
            Wxr.file(
                Wxr.item(1, "Open", "x", status("publish"))
                    + Wxr.item(2, "Begun", "x", status("draft"))
                    + Wxr.item(3, "Asked", "x", status("pending"))
                    + Wxr.item(4, "Later", "x", status("future"))
                    + Wxr.item(5, "Mine", "x", status("private"))
                    + Wxr.item(
                        6,
                        "Some",
                        "x",
                        status("publish") + "<wp:post_password>tide</wp:post_password>")
                    + Wxr.item(7, "Odd", "x", status("in-review"))
                    + Wxr.item(8, "Gone", "x", status("trash"))));

    assertThat(export.items())
        .extracting(Export.Item::source, item -> item.was().word())
        .containsExactly(
            Tuple.tuple("1", "public"),
            Tuple.tuple("2", "draft"),
            Tuple.tuple("3", "pending"),
            Tuple.tuple("4", "planned"),
            Tuple.tuple("5", "private"),
            Tuple.tuple("6", "protected"),
            Tuple.tuple("7", "draft"));
    assertThat(export.notes().getFirst()).startsWith("6 letters were not public on their old site");
    assertThat(export.toString()).doesNotContain("tide");
  }

  @Test
  void showsNoAddressAsANameAndSaysHowMany() {
    Export export =
        export(
            Wxr.file(
                    Wxr.item(
                        1,
                        "T",
                        "x",
                        Wxr.comment(1, 0, "amina.diallo@post.example", "One")
                            + Wxr.comment(2, 0, "Jo", "Two")
                            + Wxr.comment(3, 0, "082 555 0142", "Three")))
                .replace("Inês Marques", "ines@harbour.example"));

    assertThat(export.items().getFirst().author()).isEqualTo("I.");
    assertThat(export.items().getFirst().comments())
        .extracting(Export.Comment::name, Export.Comment::signed)
        .containsExactly(
            Tuple.tuple("A. D.", "amina.diallo@post.example"),
            Tuple.tuple("Jo", "Jo"),
            Tuple.tuple("Somebody", "082 555 0142"));
    assertThat(export.notes())
        .containsExactly(
            "3 names were e-mail addresses, numbers or links. They are shortened or replaced; the"
                + " addresses stay behind.");
  }

  @Test
  void takesFootnotesFromBesideTheText() {
    Export export =
        export(
            Wxr.file(
                Wxr.item(
                    1,
                    "T",
                    "<p>Tide<sup data-fn=\"a\" class=\"fn\"><a href=\"#a\">1</a></sup> comes.</p>",
                    """
                    <wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>
                    <wp:postmeta><wp:meta_key>footnotes</wp:meta_key>
                    <wp:meta_value><![CDATA[[{"id":"a","content":"Twice a <em>day<\\/em>."}]]]></wp:meta_value></wp:postmeta>
                    """)));

    assertThat(export.items().getFirst().body())
        .isEqualTo("Tide[1] comes.\n\n-----\n\n[1] Twice a *day*.");
    assertThat(export.notes().getFirst()).startsWith("One footnote stands at the end");
  }

  @Test
  void refusesTagsThatNoExportHasBeforeTheReaderWorksOnThem() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 120_000; i++) {
      names.append(" xmlns:n").append(i).append("=\"u\"");
    }
    assertRefusedEarly("<rss" + names + ">");
    assertRefusedEarly("<rss" + names.toString().replace("xmlns:n", "n") + ">");
    assertRefusedEarly("<rss a=\"" + "x".repeat(1_000_000) + "\">");
    assertRefusedEarly("<" + "r".repeat(1_000_000) + ">");
    assertRefusedEarly("<a>".repeat(300_000));
    String some = names.substring(0, names.indexOf(" xmlns:n30="));
    assertRefusedEarly(("<a" + some + ">").repeat(10_000));
    // Those of the tags around count too, long before the tags are too deep.
    assertRefusedEarly(("<a" + some + ">").repeat(3));
    // What is short enough can still be too many, or a name that is none.
    String many = names.substring(0, names.indexOf(" xmlns:n41=")).replace("xmlns:n", "n");
    assertRefusedEarly("<rss" + many + ">");
    assertRefusedEarly("<" + "r".repeat(201) + ">");
    assertRefusedEarly("<!DOCTYPE rss [" + "<!ENTITY a \"b\">".repeat(100_000) + "]>");
  }

  private static void assertRefusedEarly(String text) throws IOException {
    SoundMarkup markup = new SoundMarkup(new StringReader(Wxr.DECLARATION + text));
    char[] buffer = new char[512];
    boolean refused = false;
    try {
      while (markup.read(buffer, 0, buffer.length) >= 0) {
        assertThat(markup.handedOn()).isLessThan(2L * TagBounds.LONGEST);
      }
    } catch (NotReadable expected) {
      refused = true;
    }
    assertThat(refused).isTrue();
  }

  @Test
  void readsConversationsOfAnyDepth() {
    StringBuilder comments = new StringBuilder();
    for (int i = 15_000; i >= 1; i--) {
      comments.append(Wxr.comment(i, i - 1, "A", "x"));
    }

    Export export = export(Wxr.file(Wxr.item(1, "T", "x", comments.toString())));

    assertThat(export.items().getFirst().comments()).hasSize(15_000);
    int expected = 1;
    for (Export.Comment comment : export.items().getFirst().comments()) {
      assertThat(comment.source()).isEqualTo(Integer.toString(expected++));
    }
  }

  private static String status(String word) {
    return "<wp:status>" + word + "</wp:status>";
  }

  private static String plain() {
    return Wxr.file(Wxr.item(1, "To the harbour", "Words", status("publish")));
  }

  private Export export(String text) {
    return export(text.getBytes(UTF_8));
  }

  private Export export(byte[] bytes) {
    try {
      Path file = Files.write(folder.resolve("export.xml"), bytes);
      return ((ReadExport.Result.Read) new ReadExport(NOW).read(file, 32 << 20)).export();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
