package org.openletter.gateway.look.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceTest {

  @Test
  void givesEachHandleAFaceOfItsOwn() {
    var faces =
        IntStream.range(0, 100).mapToObj(i -> Face.of("reader" + i)).collect(Collectors.toSet());

    assertThat(faces).hasSize(100);
    assertThat(Face.of("rosa")).isEqualTo(Face.of("rosa"));
  }

  @Test
  void drawsTheRightHalfAsTheLeftOne() {
    for (int i = 0; i < 200; i++) {
      var cells = cells(Face.of("reader" + i).figure());
      for (int y = 0; y < 5; y++) {
        assertThat(cells[y][0]).isEqualTo(cells[y][4]);
        assertThat(cells[y][1]).isEqualTo(cells[y][3]);
      }
    }
  }

  @Test
  void keepsImportedNamesGrey() {
    assertThat(Face.ofImported("rosa").ink()).isNotEqualTo(Face.of("rosa").ink());
    assertThat(Face.ofImported("rosa").ink()).isEqualTo(Face.ofImported("tomek").ink());
  }

  private static boolean[][] cells(String figure) {
    var cells = new boolean[5][5];
    for (var run : figure.split("z", -1)) {
      if (run.isEmpty()) {
        continue;
      }
      int x = run.charAt(1) - '0';
      int y = run.charAt(3) - '0';
      for (int i = 0; i < run.charAt(5) - '0'; i++) {
        cells[y][x + i] = true;
      }
    }
    return cells;
  }
}
