package org.openletter.profiles.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.Outbox;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.profiles.name.Handle;
import org.springframework.stereotype.Component;

/// The accounts in the database. They are not sharded: a million of them is one gigabyte.
@Component
class StoredAccounts implements Accounts {

  private static final int MOST_REVOKED = 1000;

  private final MongoCollection<Document> accounts;

  StoredAccounts(MongoDatabase database) {
    this.accounts = database.getCollection(AccountMapper.COLLECTION);
  }

  @Override
  public Optional<Account> byId(String id) {
    return one(eq("_id", id));
  }

  @Override
  public Optional<Account> byHandle(Handle handle) {
    return one(eq("handle", handle.value()));
  }

  @Override
  public boolean add(Account account, List<OutboxEvent> events) {
    Document document = AccountMapper.toDocument(account);
    Outbox.into(document, events);
    try {
      accounts.insertOne(document);
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public boolean save(Account changed, List<OutboxEvent> events) {
    Bson unchanged = and(eq("_id", changed.id()), eq("version", changed.version()));
    List<Bson> updates = new ArrayList<>(AccountMapper.updates(changed));
    updates.add(Updates.inc("version", 1L));
    if (events.isEmpty()) {
      return accounts.updateOne(unchanged, Updates.combine(updates)).getMatchedCount() == 1;
    }
    updates.add(Outbox.push(events));
    return accounts
            .updateOne(and(unchanged, Outbox.room()), Updates.combine(updates))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean staffNamed(Set<String> keys) {
    return any(and(eq("staff", true), in("nameKeys", keys)));
  }

  @Override
  public boolean adminBeside(@Nullable String id) {
    return any(id == null ? eq("admin", true) : and(eq("admin", true), ne("_id", id)));
  }

  @Override
  public List<Account> admins(int limit) {
    return list(eq("admin", true), ascending("_id"), limit);
  }

  @Override
  public int waiting(int most) {
    int waiting = 0;
    for (Document _ :
        accounts.find(eq("waiting", true)).projection(new Document("_id", 1)).limit(most)) {
      waiting++;
    }
    return waiting;
  }

  @Override
  public List<Account> revokedSince(Instant then) {
    return list(gte("tokensSince", Date.from(then)), descending("tokensSince"), MOST_REVOKED);
  }

  @Override
  public List<Account> newest(@Nullable String before, int limit) {
    // The bound that is always true keeps the scan on the index.
    Bson from = before == null ? gt("order", "") : lt("order", before);
    return list(from, descending("order"), limit);
  }

  @Override
  public List<Account> waiting(@Nullable String before, int limit) {
    Bson waiting = eq("waiting", true);
    return list(
        before == null ? waiting : and(waiting, lt("order", before)), descending("order"), limit);
  }

  @Override
  public List<Account> startingWith(String start, @Nullable String after, int limit) {
    Bson from = after == null ? gte("handle", start) : gt("handle", after);
    // Every character of a handle is smaller than this one.
    return list(and(from, lt("handle", start + "~")), ascending("handle"), limit);
  }

  private Optional<Account> one(Bson filter) {
    return Optional.ofNullable(accounts.find(filter).limit(1).first()).map(AccountMapper::read);
  }

  private boolean any(Bson filter) {
    return accounts.find(filter).projection(new Document("_id", 1)).limit(1).first() != null;
  }

  private List<Account> list(Bson filter, Bson order, int limit) {
    List<Account> found = new ArrayList<>();
    accounts.find(filter).sort(order).limit(limit).map(AccountMapper::read).into(found);
    return found;
  }
}
