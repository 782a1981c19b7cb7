package org.openletter.posts.importing.wordpress;

import java.io.IOException;

/// Why a file cannot be read. An `IOException`, so that it passes through the XML reader.
final class NotReadable extends IOException {

  private static final long serialVersionUID = 1;

  private final transient ReadExport.Result.Refused refused;

  private NotReadable(String type, String sentence) {
    super(type);
    this.refused = new ReadExport.Result.Refused(type, sentence);
  }

  ReadExport.Result.Refused refused() {
    return refused;
  }

  static NotReadable notAnExport(String what) {
    return new NotReadable(
        "not-an-export",
        what + " Choose the file that WordPress makes under Tools, Export; its name ends in .xml.");
  }

  static NotReadable broken() {
    return new NotReadable(
        "broken-file",
        "This file is damaged or was cut off on its way. Export it again and choose the new file.");
  }

  static NotReadable encoding(String what) {
    return new NotReadable(
        "encoding",
        what + " Export it again, or save it as UTF-8 with a text editor, and choose it again.");
  }

  static NotReadable zip(String what) {
    return new NotReadable("zip", what);
  }

  static NotReadable damagedZip() {
    return zip(
        "This zip is damaged or locked with a password. Unpack it and choose the .xml file inside.");
  }

  static NotReadable entities() {
    return new NotReadable(
        "entities",
        "This file declares entities of its own, which WordPress never does and which can be used"
            + " to attack. Export it again from WordPress.");
  }

  static NotReadable tooMuch(String what) {
    return new NotReadable(
        "too-much", what + " Export a part of the site, for example one year, and bring that in.");
  }
}
