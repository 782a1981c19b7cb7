package org.openletter.posts.letter;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.openletter.platform.mongo.DatabaseAway;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives letters that became public before their names had keys the keys of today, so that nobody
/// can take their names either. Done once after a start, in the background; a letter is found by
/// what it lacks, so nothing else remembers how far it went. One that cannot be given any is left
/// out until the next start and keeps no other from its keys.
@Component
class FillNameKeys extends Worker {

  private static final Logger LOG = LoggerFactory.getLogger(FillNameKeys.class);

  /// Letters that are read at a time; each is up to a few kB.
  private static final int MOST_AT_A_TIME = 50;

  /// Letters that are left out; with more of them something else is wrong.
  private static final int MOST_LEFT_OUT = 1000;

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final MongoPublicNames names;

  // Only the one who fills them uses it.
  private final Set<String> leftOut = new HashSet<>();
  private int lookedAt;

  FillNameKeys(MongoPublicNames names) {
    super("keys of names", PAUSE);
    this.names = names;
  }

  @Override
  protected Next work() {
    int found = some();
    lookedAt += found;
    if (found > 0) {
      return Next.AGAIN;
    }
    int made = lookedAt - leftOut.size();
    if (made > 0) {
      LOG.info("{} public letters have keys of their names now", made);
    }
    return Next.NEVER;
  }

  /// Each letter is one write of its own, so it may end anywhere and be begun again.
  ///
  /// @return how many were looked at; 0 when all letters have their keys that can have some
  int some() {
    if (leftOut.size() >= MOST_LEFT_OUT) {
      LOG.error("keys of names: {} letters cannot be given any, so the rest waits", leftOut.size());
      return 0;
    }
    List<Document> found = names.withoutKeys(MOST_AT_A_TIME, leftOut);
    found.forEach(this::fill);
    return found.size();
  }

  private void fill(Document letter) {
    try {
      names.fill(letter);
    } catch (RuntimeException failed) {
      if (DatabaseAway.says(failed)) {
        throw failed;
      }
      String id = letter.getString("_id");
      leftOut.add(id);
      LOG.error("keys of names: letter {} is left out: {}", id, Failure.line(failed));
    }
  }
}
