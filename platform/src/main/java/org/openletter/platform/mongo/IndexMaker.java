package org.openletter.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;

/// Makes all declared indexes before the service is ready.
public class IndexMaker implements InitializingBean {

  private static final int TRIES = 20;

  /// After the first try; each pause is twice as long as the one before. All together they are a
  /// little more than a minute.
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final MongoDatabase database;
  private final List<DeclaredIndexes> declared;
  private final Pause pause;

  /// Makes these indexes in this database.
  public IndexMaker(MongoDatabase database, List<DeclaredIndexes> declared) {
    this(database, declared, Thread::sleep);
  }

  IndexMaker(MongoDatabase database, List<DeclaredIndexes> declared, Pause pause) {
    this.database = database;
    this.declared = declared;
    this.pause = pause;
  }

  /// Waits that long.
  interface Pause {

    void take(Duration length) throws InterruptedException;
  }

  @Override
  public void afterPropertiesSet() {
    for (DeclaredIndexes of : declared) {
      for (IndexModel index : of.indexes()) {
        if (index.getOptions().getName() == null || index.getOptions().getCollation() != null) {
          throw new IllegalStateException(
              "Every index of "
                  + of.collection()
                  + " needs a name and must do without a collation.");
        }
      }
      if (!of.indexes().isEmpty()) {
        make(of);
      }
    }
  }

  // Services and their database start side by side, on a busy machine: the first try may be early.
  // Each try waits as long as the driver does; a database that refuses at once is given time.
  private void make(DeclaredIndexes of) {
    Duration wait = FIRST_PAUSE;
    for (int tried = 1; ; tried++) {
      try {
        database.getCollection(of.collection()).createIndexes(of.indexes());
        return;
      } catch (MongoException failed) {
        if (tried == TRIES || !DatabaseAway.says(failed)) {
          throw failed;
        }
        rest(wait, failed);
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
    }
  }

  private void rest(Duration length, MongoException because) {
    try {
      pause.take(length);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw because;
    }
  }
}
