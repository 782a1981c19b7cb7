package org.openletter.embedded.key;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyOrderTests {

  private static final long ROUNDED = 1L << 53;

  /// In order, each less than the next.
  private static final List<@Nullable Object> ORDERED =
      Arrays.asList(
          MinKey.getInstance(),
          null,
          Double.NEGATIVE_INFINITY,
          Long.MIN_VALUE,
          -1.5,
          0,
          0.5,
          new Decimal128(new BigDecimal("0.75")),
          1,
          ROUNDED,
          ROUNDED + 1,
          1e300,
          "",
          "Z",
          "a",
          "aa",
          new Document(),
          new Document("a", 1),
          new Document("a", 1).append("b", 1),
          new Document("a", List.of(1, 2)),
          new Document("a", List.of(1, 3)),
          List.of(),
          List.of(1),
          List.of(1, 2),
          new BinData(new byte[] {1}),
          new UUID(1, 1),
          new ObjectId(new byte[12]),
          false,
          true,
          Instant.ofEpochSecond(1),
          Instant.ofEpochSecond(2),
          new BsonTimestamp(5),
          new BsonRegularExpression("a", ""),
          new BsonJavaScript("x"),
          MaxKey.getInstance());

  @Test
  void valuesOfEveryTypeHaveOneOrder() {
    for (int i = 0; i < ORDERED.size(); i++) {
      for (int j = 0; j < ORDERED.size(); j++) {
        assertThat(Integer.signum(KeyOrder.compare(ORDERED.get(i), ORDERED.get(j))))
            .as("%s and %s", ORDERED.get(i), ORDERED.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void equalForAQueryIsEqualInAnIndex() {
    assertThat(KeyOrder.compare(1, 1.0)).isZero();
    assertThat(KeyOrder.compare(1L, new Decimal128(BigDecimal.ONE))).isZero();
    assertThat(KeyOrder.compare(0.0, -0.0)).isZero();
    assertThat(KeyOrder.compare(null, Missing.getInstance())).isZero();
    assertThat(KeyOrder.compare(new Document("n", 1), new Document("n", 1.0))).isZero();
  }

  @Test
  void theEdgesOfATypeEncloseItsValuesAndNoOthers() {
    for (Object value : List.of(1, "a", true, Instant.EPOCH)) {
      assertThat(KeyOrder.compare(Key.beforeTypeOf(value), value)).isNegative();
      assertThat(KeyOrder.compare(value, Key.afterTypeOf(value))).isNegative();
      assertThat(KeyOrder.compare(null, Key.beforeTypeOf(value))).isNegative();
      assertThat(KeyOrder.compare(Key.afterTypeOf(value), MaxKey.getInstance())).isNegative();
    }
  }

  @Test
  void aDescendingPartTurnsTheOrderRound() {
    KeyType order = new KeyType(new boolean[] {false, true});
    assertThat(order.compare(new Key("a", 2), new Key("a", 1))).isNegative();
    assertThat(order.compare(new Key("a", 1), new Key("b", 1))).isNegative();
    assertThat(order.compareFrom(1, new Key("b", 2), new Key("a", 1))).isNegative();
  }

  @Test
  void aKeyIsTheSameAfterWritingAndReading() {
    List<@Nullable Object> shuffled = new ArrayList<>(ORDERED);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.removeIf(MinKey.class::isInstance); // The library can read this one, but not write it.
    Key key = new Key(shuffled.toArray());
    Key read = Bson.decodeKey(ByteBuffer.wrap(Bson.encodeKey(key)));
    assertThat(KeyType.ASCENDING.compare(read, key)).isZero();
  }
}
