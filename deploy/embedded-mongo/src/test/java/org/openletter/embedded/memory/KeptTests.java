package org.openletter.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptTests {

  private static final int MEGABYTE = 1 << 20;

  private final Work work = new Work(6 * MEGABYTE);
  private final Kept first = new Kept(work, 4 * MEGABYTE);
  private final Kept second = new Kept(work, 4 * MEGABYTE);

  @AfterEach
  void end() {
    Kept.end();
  }

  @Test
  void aCommandThatKeepsTooMuchIsRefused() {
    Kept.begin(first);
    Kept.add(3 * MEGABYTE);
    assertThatThrownBy(() -> Kept.add(2 * MEGABYTE))
        .isInstanceOfSatisfying(
            MongoServerError.class, e -> assertThat(e.getCode()).isEqualTo(146));
    assertThat(Kept.mark()).isEqualTo(3 * MEGABYTE);
  }

  @Test
  void allTogetherKeepNoMoreThanThereIs() {
    Kept.begin(first);
    Kept.add(4 * MEGABYTE);
    Kept.detach();
    Kept.begin(second);
    Kept.add(MEGABYTE);
    assertThat(Kept.tryAdd(3 * MEGABYTE)).isFalse();
    assertThatThrownBy(() -> Kept.add(3 * MEGABYTE)).hasMessageContaining("ask again");
    first.close();
    Kept.add(3 * MEGABYTE);
    assertThat(Kept.mark()).isEqualTo(4 * MEGABYTE);
  }

  @Test
  void whatIsKeptNoMoreIsGivenBack() {
    Kept.begin(first);
    for (int i = 0; i < 100; i++) {
      long mark = Kept.mark();
      Kept.add(3 * MEGABYTE);
      Kept.backTo(mark);
    }
    Kept.add(3 * MEGABYTE);
    Kept.end();
    assertThat(work.left()).isEqualTo(6 * MEGABYTE);
    Kept.add(MEGABYTE); // Of no command.
    assertThat(work.left()).isEqualTo(6 * MEGABYTE);
  }

  @Test
  void manySmallFieldsWeighMoreThanOneLongText() {
    Document numbers = new Document();
    for (int i = 0; i < 100; i++) {
      numbers.append("n" + i, i);
    }
    assertThat(Footprint.of(numbers)).isGreaterThan(10_000);
    assertThat(Footprint.of(new Document("text", "x".repeat(1000)))).isBetween(1000L, 1500L);
    assertThat(Footprint.of(List.of("\u0434".repeat(1000)))).isBetween(2000L, 2500L);
  }
}
