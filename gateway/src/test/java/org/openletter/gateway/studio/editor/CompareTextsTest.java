package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.studio.editor.Piece.Kind.GONE;
import static org.openletter.gateway.studio.editor.Piece.Kind.NEW;
import static org.openletter.gateway.studio.editor.Piece.Kind.SAME;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareTextsTest {

  @Test
  void findsTheWordsThatDiffer() {
    assertThat(
            CompareTexts.compare(
                "One.\nThe lights are out.\nEnd.", "One.\nThe lamps are out.\nEnd."))
        .containsExactly(
            new Piece(SAME, "One.\nThe "),
            new Piece(GONE, "lights"),
            new Piece(NEW, "lamps"),
            new Piece(SAME, " are out.\nEnd."));
  }

  @ParameterizedTest
  @CsvSource({"'',''", "a,''", "'',b", "'a\n\nb','b\n\na'", "'x y z','z y x'", "'a\r\nb','a\nb\n'"})
  void losesNothingOfEitherText(String before, String after) {
    assertRebuilds(before, after);
  }

  @Test
  void showsTextsThatHaveNothingInCommonAsAWhole() {
    String before = numbers(0, 20_000);
    String after = numbers(20_000, 40_000);

    assertThat(CompareTexts.compare(before, after))
        .containsExactly(new Piece(GONE, before), new Piece(NEW, after));
    assertRebuilds(numbers(0, 9_000), numbers(0, 4_000) + "x\n" + numbers(4_000, 9_000));
  }

  private static void assertRebuilds(String before, String after) {
    List<Piece> pieces = CompareTexts.compare(before, after);
    assertThat(text(pieces, GONE)).isEqualTo(before);
    assertThat(text(pieces, NEW)).isEqualTo(after);
  }

  private static String text(List<Piece> pieces, Piece.Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() == SAME || piece.kind() == kind)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  private static String numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> n + "\n").collect(Collectors.joining());
  }
}
