package org.openletter.posts.importing.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  private static final long LARGEST = 1 << 20;

  private static final String EXPORT =
      Wxr.file(Wxr.item(1, "To the harbour", "Words", "<wp:status>publish</wp:status>"));

  @TempDir private Path folder;

  @Test
  void readsTheOneExportInIt() throws IOException {
    ReadExport.Result result =
        read(zip -> {
          add(zip, "site/picture.jpg", "JPEG");
          add(zip, "__MACOSX/site/._letters.xml", "<?xml http://wordpress.org/export/1.2/");
          add(zip, "site/settings.xml", "<settings/>");
          add(zip, "../../site/letters.xml", EXPORT);
        });

    assertThat(((ReadExport.Result.Read) result).export().items()).hasSize(1);
  }

  @Test
  void saysWhyItReadsNothing() throws IOException {
    assertThat(
            refusal(
                read(zip -> {
                  add(zip, "a.xml", EXPORT);
                  add(zip, "b.xml", EXPORT);
                })))
        .startsWith("zip: There is more than one export in this zip.");
    assertThat(refusal(read(zip -> add(zip, "inner.zip", "PK"))))
        .startsWith("zip: There is a zip inside this zip.");
    assertThat(refusal(read(zip -> add(zip, "letter.docx", "words"))))
        .startsWith("zip: There is no WordPress export in this zip.");
    assertThat(
            refusal(
                read(zip -> {
                  for (int i = 0; i <= 10_000; i++) {
                    add(zip, i + ".txt", "");
                  }
                })))
        .startsWith("zip: There are more than 10,000 files in this zip.");
    // More are not even opened to see whether one of them is an export.
    assertThat(
            refusal(
                read(zip -> {
                  add(zip, "letters.xml", EXPORT);
                  for (int i = 0; i < 20; i++) {
                    add(zip, i + ".xml", "<settings/>");
                  }
                })))
        .startsWith("zip: There is more than one export in this zip.");
    Path cut = folder.resolve("cut.zip");
    write(cut, zip -> add(zip, "a.xml", EXPORT));
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal(new ReadExport(NOW).read(cut, LARGEST)))
        .startsWith("zip: This zip is damaged");
  }

  @Test
  void countsWhatItUnpacks() throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    write(
        bomb,
        zip -> {
          zip.putNextEntry(new ZipEntry("letters.xml"));
          zip.write(EXPORT.substring(0, EXPORT.indexOf("<item>")).getBytes(UTF_8));
          byte[] blanks = new byte[1 << 16];
          java.util.Arrays.fill(blanks, (byte) ' ');
          for (int i = 0; i < 1_600; i++) {
            zip.write(blanks);
          }
          zip.closeEntry();
        });
    assertThat(Files.size(bomb)).isLessThan(LARGEST);

    assertThat(refusal(new ReadExport(NOW).read(bomb, LARGEST)))
        .startsWith("too-much: Unpacked, this file is larger than the 1 MB");
  }

  private ReadExport.Result read(Filler filler) throws IOException {
    Path file = folder.resolve("export.zip");
    write(file, filler);
    return new ReadExport(NOW).read(file, LARGEST);
  }

  private static String refusal(ReadExport.Result result) {
    ReadExport.Result.Refused refused = (ReadExport.Result.Refused) result;
    return refused.type() + ": " + refused.sentence();
  }

  private static void write(Path file, Filler filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      filler.fill(zip);
    }
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private interface Filler {
    void fill(ZipOutputStream zip) throws IOException;
  }
}
