package org.openletter.gateway.look.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no template may hold, whoever writes it.
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");

  private static final Pattern UNSAFE = Pattern.compile("\\$unsafe\\s*\\{");
  private static final Pattern INLINE =
      Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|hx-on|javascript:|<script(?![^>]*\\ssrc=)");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);

  // What a template puts in ends with a line end, which a browser shows as a space.
  private static final Pattern SPACE_BEFORE_A_STOP =
      Pattern.compile("@template\\.[\\w.]+\\((?:[^()]++|\\([^()]*+\\))*+\\)(?:@endif)?[.,;:!?)]");

  // Its own words tell whether a text runs from the right.
  private static final Pattern ONE_WAY_TEXT =
      Pattern.compile("<textarea(?![^\\n]*\\sdir=\"auto\")[^\\n]*");

  @Test
  void whatIsTypedRunsAsItsWordsDo() {
    assertThat(findings(ONE_WAY_TEXT)).isEmpty();
    assertThat(text(TEMPLATES.resolve("look/field.jte")))
        .contains(" dir=\"${type.equals(\"text\")");
    assertThat(ONE_WAY_TEXT.matcher("<textarea name=\"text\">").find()).isTrue();
  }

  @Test
  void noSpaceStandsBeforeAFullStop() {
    assertThat(findings(SPACE_BEFORE_A_STOP)).isEmpty();
    assertThat(SPACE_BEFORE_A_STOP.matcher("Saved @template.page.time(at = a.at()).").find())
        .isTrue();
  }

  @Test
  void nothingIsPutInUnescaped() {
    assertThat(findings(UNSAFE)).isEmpty();
  }

  @Test
  void nothingIsInlineSoThatTheContentPolicyCanForbidIt() {
    assertThat(findings(INLINE)).isEmpty();
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(findings(ELSEWHERE)).isEmpty();
  }

  @Test
  void everyFormThatChangesSomethingCarriesTheToken() {
    assertThat(templates())
        .allSatisfy(template ->
            assertThat(FORM.matcher(text(template)).results())
                .as(template.toString())
                .allSatisfy(form -> assertThat(form.group()).contains("@template.page.csrf(")));
  }

  @Test
  void theChecksCanFail() {
    assertThat(UNSAFE.matcher("<p>$unsafe{text}</p>").find()).isTrue();
    assertThat(INLINE.matcher("<p style=\"color:red\">").find()).isTrue();
    assertThat(INLINE.matcher("<button onclick=\"x()\">").find()).isTrue();
    assertThat(INLINE.matcher("<script>x()</script>").find()).isTrue();
    assertThat(INLINE.matcher("<script type=\"module\" src=\"/js/x.js\">").find()).isFalse();
    assertThat(ELSEWHERE.matcher("<img src=\"//cdn.example/x.png\">").find()).isTrue();
  }

  private static List<String> findings(Pattern pattern) {
    return templates().stream()
        .flatMap(template ->
            pattern.matcher(text(template)).results().map(r -> template + ": " + r.group()))
        .toList();
  }

  private static List<Path> templates() {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      var found = files.filter(file -> file.toString().endsWith(".jte")).toList();
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new IllegalStateException("Tests run in the folder of their module", e);
    }
  }

  private static String text(Path template) {
    try {
      return Files.readString(template);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + template, e);
    }
  }
}
