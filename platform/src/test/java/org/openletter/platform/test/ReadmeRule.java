package org.openletter.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A module's README says where everything is: it names every package that has code.
final class ReadmeRule {

  private ReadmeRule() {}

  /// The packages below `root` that the README does not name. A package in a package is named whole
  /// (`a/b`), or in the line of the one around it.
  ///
  /// @param module the folder with `README.md` and `src/main/java`
  static List<String> unnamed(Path module, String root) {
    try (Stream<Path> files = Files.walk(sources(module, root))) {
      List<String> lines = Files.readAllLines(module.resolve("README.md"));
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> sources(module, root).relativize(file).getParent())
          .filter(folder -> folder != null)
          .distinct()
          .map(folder -> folder.toString().replace('\\', '/'))
          .filter(name -> lines.stream().noneMatch(line -> names(line, name)))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path sources(Path module, String root) {
    return module.resolve("src/main/java").resolve(root.replace('.', '/'));
  }

  private static boolean names(String line, String name) {
    return line.contains("`" + name + "`")
        || (name.contains("/")
            && Stream.of(name.split("/")).allMatch(part -> line.contains("`" + part + "`")));
  }
}
