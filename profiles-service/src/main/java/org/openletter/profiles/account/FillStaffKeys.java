package org.openletter.profiles.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.openletter.platform.mongo.DatabaseAway;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.worker.Worker;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.name.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives staff whose accounts were stored before the keys of today, so that nobody takes a name
/// that only looks like theirs. Looked at once after each start, in the background. Nobody sees a
/// change: the account's version stays.
@Component
class FillStaffKeys extends Worker {

  private static final Logger LOG = LoggerFactory.getLogger(FillStaffKeys.class);

  /// More than any site has.
  private static final int MOST_STAFF = 5000;

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final MongoCollection<Document> accounts;

  FillStaffKeys(MongoDatabase database) {
    super("keys of staff", PAUSE);
    this.accounts = database.getCollection(AccountMapper.COLLECTION);
  }

  @Override
  protected Next work() {
    int filled = fill();
    if (filled > 0) {
      LOG.info("{} accounts of staff have the keys of today now", filled);
    }
    return Next.NEVER;
  }

  /// Each account is one write of its own, so it may end anywhere and be begun again.
  ///
  /// @return how many had other keys
  int fill() {
    List<Document> staff =
        accounts
            .find(eq("staff", true))
            .hintString("staff-names")
            .projection(Projections.include("handle", "name", "nameKeys"))
            .limit(MOST_STAFF)
            .into(new ArrayList<>());
    int filled = 0;
    for (Document account : staff) {
      filled += filled(account) ? 1 : 0;
    }
    return filled;
  }

  // One that cannot be read keeps no other from its keys.
  private boolean filled(Document account) {
    try {
      return fill(account);
    } catch (RuntimeException failed) {
      if (DatabaseAway.says(failed)) {
        throw failed;
      }
      LOG.error(
          "keys of staff: account {} is left out: {}",
          account.getString("_id"),
          Failure.line(failed));
      return false;
    }
  }

  boolean fill(Document account) {
    String name = account.getString("name");
    Set<String> keys = Names.looks(new Handle(account.getString("handle")), name);
    if (keys.equals(new HashSet<>(account.getList("nameKeys", String.class, List.of())))) {
      return false;
    }
    // Whoever changes the name meanwhile makes its keys himself.
    return accounts
            .updateOne(
                and(eq("_id", account.getString("_id")), eq("name", name)),
                Updates.set("nameKeys", List.copyOf(keys)))
            .getModifiedCount()
        == 1;
  }
}
