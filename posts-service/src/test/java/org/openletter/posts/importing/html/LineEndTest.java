package org.openletter.posts.importing.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineEndTest {

  @Test
  void takesTheSpacesAroundALineEndWithIt() {
    assertThat(InlineMarkdown.LINE_END.matcher(" \ta \n \r\n\tb  c\n").replaceAll("\n"))
        .isEqualTo(" \ta\n\nb  c\n");
  }

  @Test
  void walksARunOfSpacesOnce() {
    Counted spaces = new Counted("a" + " ".repeat(100_000) + "b", new AtomicLong());

    assertThat(InlineMarkdown.LINE_END.matcher(spaces).find()).isFalse();
    assertThat(spaces.looks().get()).isLessThan(1_000_000);
  }

  private record Counted(String text, AtomicLong looks) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks.incrementAndGet();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
