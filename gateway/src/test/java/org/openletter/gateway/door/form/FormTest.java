package org.openletter.gateway.door.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.desk.queue.QueuePage;
import org.openletter.gateway.studio.ThreadForm;
import org.openletter.gateway.studio.ThreadPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@GatewayTest
class FormTest {

  /// Forms that hold a secret, a file, or nothing to show again: for each somebody has thought.
  private static final Set<String> NEVER =
      Set.of(
          "/me/password",
          "/me/recovery-code",
          "/studio/imports",
          "/studio/letters/preview",
          "/kept",
          "/kept/discard");

  private static final Pattern SECRET =
      Pattern.compile("pass|proof|current|recovery|code|secret|token|csrf");

  private static final Pattern NAME = Pattern.compile("\\bname\\s*=\\s*\"([A-Za-z_-]+)\"");

  private final RequestMappingHandlerMapping mapping;

  FormTest(
      @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Test
  void keepsNoFieldThatSoundsLikeASecret() {
    for (Form form : Form.values()) {
      assertThat(form.fields())
          .as(form.name())
          .noneMatch(field -> SECRET.matcher(field.name()).find());
    }
  }

  @Test
  void knowsEveryFormOfTheSite() {
    Set<String> unknown = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .forEach((route, _) -> {
          if (route.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
            route.getPatternValues().stream()
                .map(FormTest::example)
                .filter(path -> !NEVER.contains(path) && Form.at(path).isEmpty())
                .forEach(unknown::add);
          }
        });

    assertThat(unknown)
        .as("Either an entry in Form, or, with a reason, one in this test.")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "composer/form.jte, RESPONSE",
    "response/edit.jte, CHANGED_RESPONSE",
    "editor/page.jte, LETTER",
    "queue/removal.jte, DECISION",
    "queue/decide.jte, DECISION",
    "studio/thread.jte, CONVERSATION",
    "importing/check.jte, IMPORT",
    "importing/letters.jte, IMPORT",
    "role/person.jte, ROLES"
  })
  void bringsBackEveryFieldOfAForm(String template, Form form) throws IOException {
    Set<String> names = new TreeSet<>();
    String page = Files.readString(Path.of("src/main/jte").resolve(template));
    NAME.matcher(page).results().map(found -> found.group(1)).forEach(names::add);
    form.fields().forEach(field -> names.remove(field.name()));
    // The button says what to do next; it is asked again with the form.
    if (form == Form.LETTER) {
      names.remove("act");
    }

    assertThat(names).as("Fields that " + form + " would lose.").isEmpty();
  }

  @Test
  void readsChoicesAsTheirPagesDo() {
    Map<String, String> modes =
        new ThreadPage(
                "abcdefabcdef", null, new ThreadForm("", "", "", ""), List.of(), null, false, null)
            .modes().stream()
                .collect(Collectors.toMap(ThreadPage.Mode::value, ThreadPage.Mode::name));
    assertThat(QueuePage.REASONS)
        .allSatisfy(reason ->
            assertThat(Chosen.inWords("reason", reason.code())).isEqualTo(reason.words()));
    modes.forEach((code, words) -> assertThat(Chosen.inWords("mode", code)).isEqualTo(words));
    assertThat(Chosen.inWords("language", "pt")).isEqualTo("Portuguese");
    assertThat(Chosen.inWords("mode", "pt")).isEmpty();
    for (Form form : Form.values()) {
      form.fields().stream()
          .filter(field -> field.shape() == Field.Shape.CHOSEN)
          .forEach(field ->
              assertThat(
                      Stream.of("open", "publish", "other", "member", "true", "en")
                          .map(field::said))
                  .as(form + " " + field.name())
                  .anyMatch(words -> !words.isEmpty()));
    }
  }

  @Test
  void takesNothingElseForAForm() {
    assertThat(Form.at("/me/password")).isEmpty();
    assertThat(Form.at("/letters/abcdefabcdef/comments/x")).isEmpty();
    assertThat(Form.at("/id/sign-in")).isEmpty();
    assertThat(Form.at("/studio/letters/abcdefabcdef")).isEqualTo(Optional.of(Form.LETTER));
  }

  @Test
  void takesNoFieldThatTheFormDoesNotName() {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/me/profile");
    request.setParameter("bio", "Hello.");
    request.setParameter("proof", "correct horse");
    SentForm.comesFromHere(request);

    SentForm sent = SentForm.in(request, "/me/profile").orElseThrow();

    assertThat(sent.fields()).containsOnlyKeys("bio");
  }

  private static String example(String pattern) {
    return pattern
        .replaceAll("\\{number:[^/]*}(?=/)", "3")
        .replaceAll("\\{handle[^/]*}", "ines_b")
        .replaceAll("\\{(id|commentId):\\[0-9a-f-]\\{36}}", "01890000-0000-7000-8000-000000000001")
        .replaceAll("\\{id:\\[0-9a-z-]\\{8,64}}", "file00000001")
        .replaceAll("\\{[a-zA-Z]+:\\[0-9a-z]\\{12}}", "abcdefabcdef");
  }
}
