package org.openletter.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexMakerTest {

  private final List<Duration> pauses = new ArrayList<>();
  private int tries;

  @Test
  void waitsLongerBeforeEachFurtherTryAndGivesUp() {
    assertThatThrownBy(() -> make(refusing(Integer.MAX_VALUE)))
        .isInstanceOf(MongoSocketOpenException.class);

    assertThat(tries).isEqualTo(20);
    assertThat(pauses).hasSize(19).isSorted();
    assertThat(pauses.getFirst()).isEqualTo(Duration.ofMillis(100));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void goesOnAsSoonAsTheDatabaseIsThere() {
    make(refusing(2));

    assertThat(tries).isEqualTo(3);
    assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void doesNotRepeatWhatIsAFaultOfOurs() {
    assertThatThrownBy(() ->
            make(() -> {
              throw new MongoException(67, "CannotCreateIndex");
            }))
        .isInstanceOf(MongoException.class);

    assertThat(tries).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  private Runnable refusing(int times) {
    return () -> {
      if (tries <= times) {
        throw new MongoSocketOpenException(
            "refused", new ServerAddress(), new java.net.ConnectException("refused"));
      }
    };
  }

  private void make(Runnable answer) {
    DeclaredIndexes declared =
        new DeclaredIndexes() {
          @Override
          public String collection() {
            return "things";
          }

          @Override
          public List<IndexModel> indexes() {
            return List.of(
                new IndexModel(Indexes.ascending("at"), new IndexOptions().name("by-time")));
          }
        };
    new IndexMaker(database(answer), List.of(declared), pauses::add).afterPropertiesSet();
  }

  private MongoDatabase database(Runnable answer) {
    Object collection =
        of(
            MongoCollection.class,
            () -> {
              tries++;
              answer.run();
              return List.of("by-time");
            });
    return (MongoDatabase) of(MongoDatabase.class, () -> collection);
  }

  private static Object of(Class<?> type, java.util.function.Supplier<Object> answer) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> answer.get());
  }
}
