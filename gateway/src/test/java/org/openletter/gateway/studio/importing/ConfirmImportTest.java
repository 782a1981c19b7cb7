package org.openletter.gateway.studio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.posts.Import;
import org.openletter.gateway.neighbour.posts.ImportsClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;

class ConfirmImportTest {

  private final FakeImports imports = new FakeImports();

  @Test
  void bringsInWhatWasChosen() {
    assertThat(confirm(List.of("s1,2"))).isInstanceOf(Outcome.Done.class);
    assertThat(imports.chosen).containsExactly(new ImportsClient.Choice(List.of("s1,2"), true));
  }

  @Test
  void doesNotTakeNothingForAll() {
    var nothing = notDone(confirm(List.of()));

    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.error("letters")).isEqualTo("Choose at least one letter.");
    assertThat(imports.chosen).isEmpty();
  }

  @Test
  void keepsTheSentenceOfARefusal() {
    imports.failure =
        new CallRefused(404, "no-such-import", "It was kept for a day.", null, Map.of());

    var refused = notDone(confirm(List.of("s1")));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.sentence()).isEqualTo("It was kept for a day.");
  }

  @Test
  void saysThatTheFileIsKeptWhenNobodyAnswers() {
    imports.failure = new NoAnswer("posts-service", "stopped");

    assertThat(notDone(confirm(List.of("s1"))).sentence()).contains("The file is kept for a day");
  }

  @Test
  void saysSizesAndNumbersAsPeopleDo() {
    var file = file("i1", " ", 61_234, "checked", 1);

    assertThat(ImportWords.size(file)).isEqualTo("61 kB");
    assertThat(ImportWords.fileName(file)).isEqualTo("The file");
    assertThat(ImportWords.contents(file)).isEqualTo("0 letters and 1 response");
  }

  private static Import file(
      String id, @Nullable String name, long bytes, String state, int responses) {
    return new Import(
        id, name, bytes, state, "seen", true, null, null, null, List.of(), null, null, responses,
        responses, 0, null, null);
  }

  private Outcome<Import> confirm(List<String> letters) {
    return new ConfirmImport(imports).confirm("import-1", letters, true);
  }

  private static final class FakeImports implements ImportsClient {

    final List<Choice> chosen = new ArrayList<>();
    @Nullable RuntimeException failure;

    @Override
    public Import find(String id, int from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Import confirm(String id, Choice choice) {
      if (failure != null) {
        throw failure;
      }
      chosen.add(choice);
      return file(id, null, 1, "bringing-in", 0);
    }

    @Override
    public void cancel(String id, String seen) {
      throw new UnsupportedOperationException();
    }
  }
}
