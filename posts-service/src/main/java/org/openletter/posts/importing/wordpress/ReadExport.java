package org.openletter.posts.importing.wordpress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.PlainText;
import org.springframework.stereotype.Component;

/// Reads a WordPress export (WXR) of any origin. It goes through the file once and keeps only what
/// is brought in; memory is bounded by the limits on what is kept, not by the file.
@Component
public class ReadExport {

  private static final String WP = "http://wordpress.org/export/";

  private final Clock clock;

  ReadExport(Clock clock) {
    this.clock = clock;
  }

  /// Reads a file, or the one export inside a zip. Throws only when the disk fails.
  ///
  /// @param largest bytes that an export may have, also unpacked
  public Result read(Path file, long largest) throws IOException {
    try (ExportFile opened = ExportFile.open(file, largest)) {
      ExportText text = ExportText.open(opened.bytes());
      return read(text, ExportElements.factory().createXMLStreamReader(text.reader()));
    } catch (NotReadable refused) {
      return refused.refused();
    } catch (ZipException damaged) {
      return NotReadable.damagedZip().refused();
    } catch (XMLStreamException broken) {
      return reason(broken).refused();
    }
  }

  private Result read(ExportText text, XMLStreamReader xml) throws XMLStreamException, NotReadable {
    try {
      ExportElements elements = new ExportElements(xml);
      if (!elements.nextIn(0) || !elements.is("", "rss")) {
        throw NotReadable.notAnExport("This is not a WordPress export.");
      }
      ExportBuilder builder = new ExportBuilder(clock.instant());
      boolean wordPress = false;
      while (elements.nextIn(1)) {
        wordPress |= elements.is("", "channel") && channel(elements, builder);
      }
      if (!wordPress) {
        throw NotReadable.notAnExport("This is a feed, not a WordPress export.");
      }
      return new Result.Read(builder.build(text));
    } finally {
      xml.close();
    }
  }

  private static boolean channel(ExportElements elements, ExportBuilder builder)
      throws XMLStreamException, NotReadable {
    boolean wordPress = false;
    while (elements.nextIn(2)) {
      if (elements.is(WP, "wxr_version")) {
        wordPress = true;
      } else if (elements.is(WP, "author")) {
        author(elements, builder);
      } else if (elements.is("", "item")) {
        item(elements, builder);
      }
    }
    return wordPress;
  }

  private static void author(ExportElements elements, ExportBuilder builder)
      throws XMLStreamException, NotReadable {
    Map<String, String> fields = new HashMap<>();
    while (elements.nextIn(3)) {
      if (elements.is(WP, "author_login") || elements.is(WP, "author_display_name")) {
        fields.put(elements.name(), line(elements.text(ExportElements.LONGEST_LINE)));
      }
    }
    builder.author(
        fields.getOrDefault("author_login", ""), fields.getOrDefault("author_display_name", ""));
  }

  private static void item(ExportElements elements, ExportBuilder builder)
      throws XMLStreamException, NotReadable {
    ItemBuilder item = builder.item();
    while (elements.nextIn(3)) {
      if (elements.is(WP, "comment")) {
        comment(elements, item);
      } else if (elements.is(WP, "postmeta")) {
        meta(elements, item);
      } else if (elements.is("http://purl.org/rss/1.0/modules/content/", "encoded")) {
        item.content(elements.text(ExportElements.LONGEST_CONTENT));
      } else if (ItemBuilder.FIELDS.contains(elements.name())
          && (elements.is("", elements.name())
              || elements.is(WP, elements.name())
              || elements.is("http://purl.org/dc/elements/", elements.name()))) {
        item.field(elements.name(), elements.text(ExportElements.LONGEST_LINE));
      }
    }
    builder.add(item);
  }

  private static void comment(ExportElements elements, ItemBuilder item)
      throws XMLStreamException, NotReadable {
    Map<String, String> fields = new HashMap<>();
    boolean cut = false;
    while (elements.nextIn(4)) {
      if (ItemBuilder.COMMENT_FIELDS.contains(elements.name())) {
        boolean content = elements.name().equals("comment_content");
        String text =
            elements.text(content ? ExportElements.LONGEST_COMMENT : ExportElements.LONGEST_LINE);
        cut |= text == null;
        fields.put(elements.name(), text == null ? "" : text);
      }
    }
    item.comment(fields, cut);
  }

  // Of what plug-ins and themes keep beside a post, only its footnotes are words of it.
  private static void meta(ExportElements elements, ItemBuilder item)
      throws XMLStreamException, NotReadable {
    String key = "";
    while (elements.nextIn(4)) {
      if (elements.is(WP, "meta_key")) {
        key = line(elements.text(ExportElements.LONGEST_LINE));
      } else if (elements.is(WP, "meta_value") && key.equals("footnotes")) {
        item.footnotes(elements.text(ExportElements.LONGEST_COMMENT));
      }
    }
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : PlainText.cleanLine(text);
  }

  // The reader wraps what went wrong below it.
  private static NotReadable reason(Throwable failure) {
    for (Throwable at = failure; at != null; at = nested(at)) {
      if (at instanceof NotReadable known) {
        return known;
      }
      if (at instanceof ZipException) {
        return NotReadable.damagedZip();
      }
    }
    return NotReadable.broken();
  }

  private static @Nullable Throwable nested(Throwable failure) {
    return failure instanceof XMLStreamException xml && xml.getNestedException() != null
        ? xml.getNestedException()
        : failure.getCause();
  }

  /// What came of reading a file.
  public sealed interface Result {

    /// The file is an export.
    record Read(Export export) implements Result {}

    /// The file is not taken.
    ///
    /// @param type a stable word
    /// @param sentence what a person can do about it
    record Refused(String type, String sentence) implements Result {}
  }
}
