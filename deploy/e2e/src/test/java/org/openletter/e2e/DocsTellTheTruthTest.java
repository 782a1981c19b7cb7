package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the documentation names exists.
class DocsTellTheTruthTest {

  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

  private static final Pattern SETTING = Pattern.compile("openletter\\.[a-z0-9.-]*[a-z0-9]");

  private static final Pattern VARIABLE =
      Pattern.compile("\\b(OPENLETTER_[A-Z_]+|MONGO_URI|MONGOD_BIN|CHROMIUM)\\b");

  private static final Pattern PATH =
      Pattern.compile(
          "(?:platform|gateway|deploy|[a-z]+-service)/[A-Za-z0-9_./-]+|deploy/[a-z-]+|[A-Z]+\\.md");

  private final Path root = Platform.root();

  @TestFactory
  Stream<DynamicTest> everyDocumentNamesWhatIsThere() {
    String code = code();
    return documents().stream()
        .map(document ->
            DynamicTest.dynamicTest(
                root.relativize(document).toString(), () -> check(document, code)));
  }

  @Test
  void theReadmeTellsThePortsAndTheJavaThatTheCodeUses() {
    String readme = read(root.resolve("README.md"));
    String pom = read(root.resolve("pom.xml"));

    assertThat(pom).contains("<java.version>25</java.version>");
    assertThat(readme).contains("JDK 25");
    for (String module :
        List.of(
            "gateway",
            "posts-service",
            "comments-service",
            "profiles-service",
            "moderation-service")) {
      String settings = read(root.resolve(module + "/src/main/resources/" + module + ".yml"));
      Matcher port = Pattern.compile("port: (80\\d\\d)").matcher(settings);
      assertThat(port.find()).as("a port in " + module).isTrue();
      assertThat(readme).as("the port of " + module).contains(port.group(1));
    }
  }

  private void check(Path document, String code) {
    List<String> wrong = new ArrayList<>();
    String text = read(document);
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      String said = quoted.group(1);
      Matcher setting = SETTING.matcher(said);
      if (setting.matches() && !code.contains(lastWord(said)) && !code.contains(said)) {
        wrong.add("setting " + said);
      }
      Matcher path = PATH.matcher(said);
      if (path.matches()
          && !Files.exists(root.resolve(said))
          && !Files.exists(document.resolveSibling(said))) {
        wrong.add("path " + said);
      }
    }
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      if (!code.contains(variable.group(1))) {
        wrong.add("variable " + variable.group(1));
      }
    }
    assertThat(new TreeSet<>(wrong)).isEmpty();
  }

  private static String lastWord(String setting) {
    // Settings are records: notice-delay is the component noticeDelay.
    String last = setting.substring(setting.lastIndexOf('.') + 1);
    return Pattern.compile("-([a-z0-9])")
        .matcher(last)
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private List<Path> documents() {
    return files().filter(f -> f.toString().endsWith(".md")).toList();
  }

  private String code() {
    StringBuilder all = new StringBuilder();
    files()
        .filter(f ->
            root.relativize(f).toString().matches(".*src/main/.*\\.(java|yml)|deploy/(lib/)?[^/]+"))
        .forEach(f -> all.append(read(f)));
    return all.toString();
  }

  private Stream<Path> files() {
    try (Stream<Path> walked = Files.walk(root)) {
      return walked
          .filter(Files::isRegularFile)
          .filter(f ->
              !root.relativize(f).toString().matches("(.*/)?(target|data|node_modules|\\.git)/.*"))
          .toList()
          .stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
