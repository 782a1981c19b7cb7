package org.openletter.posts.importing.wordpress;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks through the elements of a file by their depth. Refuses a document type, whatever is in it,
/// and nesting that no export has.
final class ExportElements {

  /// In UTF-16 units. Titles, names, addresses.
  static final int LONGEST_LINE = 4_000;

  /// WordPress keeps a comment in 65,535 bytes.
  static final int LONGEST_COMMENT = 70_000;

  /// Thirty times the longest letter: HTML of other editors is wordy.
  static final int LONGEST_CONTENT = 2_000_000;

  private static final int DEEPEST = 30;

  private final XMLStreamReader xml;
  private int depth;

  ExportElements(XMLStreamReader xml) {
    this.xml = xml;
  }

  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // They count every &amp; of an honest large file. Entities that could grow are refused anyway.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.elementAttributeLimit", "64");
    // Without it a CDATA section of 30 MB is one piece of memory.
    factory.setProperty("jdk.xml.cdataChunkSize", 8192);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing is fetched", NotReadable.entities());
    });
    return factory;
  }

  /// Goes to the next element directly inside the one at `parent` (0 is the document). False at the
  /// end of that one. What was not read of the element before is passed over.
  boolean nextIn(int parent) throws XMLStreamException, NotReadable {
    while (xml.hasNext()) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (depth == parent + 1) {
            return true;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth < parent) {
            return false;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// Whether the current element has this name in a namespace that begins like this.
  boolean is(String namespace, String name) {
    String actual = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    // Sites that moved to https sometimes had all addresses in their exports rewritten.
    actual = actual.replaceFirst("^https:", "http:");
    return xml.getLocalName().equals(name)
        && (namespace.isEmpty() ? actual.isEmpty() : actual.startsWith(namespace));
  }

  /// The local name of the current element.
  String name() {
    return xml.getLocalName();
  }

  /// All text of the current element, and goes to its end. Null when it is longer than `longest`.
  @Nullable String text(int longest) throws XMLStreamException, NotReadable {
    StringBuilder text = new StringBuilder();
    boolean tooLong = false;
    int end = depth - 1;
    while (depth > end) {
      switch (next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          tooLong |= text.length() + xml.getTextLength() > longest;
          if (!tooLong) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        default -> {}
      }
    }
    return tooLong ? null : text.toString();
  }

  private int next() throws XMLStreamException, NotReadable {
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > DEEPEST) {
          throw NotReadable.broken();
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw NotReadable.entities();
      default -> {}
    }
    return event;
  }
}
