package org.openletter.posts.letter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.Outbox;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.stereotype.Component;

/// Letters in the collection `letters`. Shard key: `_id`.
@Component
class MongoLetters implements Letters {

  static final String COLLECTION = "letters";

  static final String PUBLISHED_AT = "publication.publishedAt";

  static final String SAVED_AT = "latest.savedAt";

  private static final String LAST_EVENT = "lastEvent";

  private final MongoCollection<Document> letters;

  MongoLetters(MongoDatabase database) {
    this.letters = database.getCollection(COLLECTION);
  }

  @Override
  public Optional<Letter> find(LetterId id) {
    return Optional.ofNullable(letters.find(and(byId(id), notDiscarded())).first())
        .map(LetterDocuments::read);
  }

  @Override
  public Optional<String> lastEvent(LetterId id) {
    return Optional.ofNullable(
            letters
                .find(byId(id))
                .hintString("_id_")
                .projection(Projections.include(LAST_EVENT))
                .limit(1)
                .first())
        .map(found -> found.getString(LAST_EVENT));
  }

  @Override
  public boolean add(Letter.Draft draft, List<OutboxEvent> events) {
    Document document = LetterDocuments.write(draft);
    Outbox.into(document, events);
    if (!events.isEmpty()) {
      document.append(LAST_EVENT, last(events));
    }
    try {
      letters.insertOne(document);
      return true;
    } catch (MongoWriteException taken) {
      if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw taken;
      }
      return revive(draft, events);
    }
  }

  // What was brought in, discarded and brought in again is the same letter again.
  private boolean revive(Letter.Draft draft, List<OutboxEvent> events) {
    List<Bson> updates = new ArrayList<>();
    LetterDocuments.write(draft)
        .forEach((field, value) -> {
          if (!field.equals("_id")) {
            updates.add(Updates.set(field, value));
          }
        });
    if (!events.isEmpty()) {
      updates.add(pushed(events));
    }
    return letters
            .updateOne(
                and(byId(draft.id()), eq("state", LetterDocuments.DISCARDED)),
                Updates.combine(updates))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean change(Letter letter, List<OutboxEvent> events) {
    List<Bson> updates = new ArrayList<>();
    LetterDocuments.changing(letter)
        .forEach((field, value) ->
            updates.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
    updates.add(Updates.inc("revision", 1L));
    return update(letter, updates, events);
  }

  @Override
  public boolean discard(Letter.Draft draft, List<OutboxEvent> events) {
    if (events.isEmpty()) {
      return letters.deleteOne(unchanged(draft)).getDeletedCount() == 1;
    }
    return update(
        draft,
        List.of(
            Updates.set("state", LetterDocuments.DISCARDED),
            Updates.unset("author"),
            Updates.unset("origin"),
            Updates.unset("latest")),
        events);
  }

  private boolean update(Letter letter, List<Bson> changes, List<OutboxEvent> events) {
    List<Bson> updates = new ArrayList<>(changes);
    Bson filter = unchanged(letter);
    if (!events.isEmpty()) {
      updates.add(pushed(events));
      filter = and(filter, Outbox.room());
    }
    if (letters.updateOne(filter, Updates.combine(updates)).getMatchedCount() == 1) {
      return true;
    }
    if (!events.isEmpty() && letters.find(unchanged(letter)).first() != null) {
      throw new NoAnswer("comments-service", "the outbox of letter " + letter.id() + " is full");
    }
    return false;
  }

  @Override
  public List<Letter.Published> published(
      @Nullable String handle, @Nullable Position after, int limit) {
    Bson listed = eq("state", LetterDocuments.PUBLISHED);
    Bson of = handle == null ? listed : and(eq("author.handle", handle), listed);
    return page(of, PUBLISHED_AT, after, limit).stream().map(Letter.Published.class::cast).toList();
  }

  @Override
  public List<Letter> ofOwner(String accountId, @Nullable Position after, int limit) {
    return page(eq("author.id", accountId), SAVED_AT, after, limit);
  }

  // The first bound repeats the range outside the `or`, so that the index is entered at the cursor.
  private List<Letter> page(Bson of, String at, @Nullable Position after, int limit) {
    Bson filter = of;
    if (after != null) {
      Date date = Date.from(after.at());
      filter = and(of, lte(at, date), or(lt(at, date), lt("_id", after.id().value())));
    }
    return letters
        .find(filter)
        .sort(descending(at, "_id"))
        .limit(limit)
        .map(LetterDocuments::read)
        .into(new ArrayList<>());
  }

  @Override
  public int drafts(String accountId, int limit) {
    return (int)
        letters.countDocuments(
            and(eq("author.id", accountId), eq("state", "draft")),
            new CountOptions().limit(limit).hintString("drafts-of-owner"));
  }

  @Override
  public Set<LetterId> existing(Set<LetterId> ids) {
    return letters
        .find(and(byIds(ids), notDiscarded()))
        .projection(Projections.include("_id"))
        .limit(Math.max(1, ids.size()))
        .map(found -> new LetterId(found.getString("_id")))
        .into(new HashSet<>());
  }

  @Override
  public boolean waitingForDelivery(Set<LetterId> ids) {
    return letters
            .find(and(byIds(ids), eq("outboxPending", true)))
            .projection(Projections.include("_id"))
            .limit(1)
            .first()
        != null;
  }

  // A letter added while this runs keeps the name it was given: whoever adds one looks again then.
  @Override
  public void rename(Author author) {
    letters.updateMany(
        eq("author.id", author.id()),
        Updates.combine(
            Updates.set("author.handle", author.handle()),
            Updates.set("author.name", author.name())));
  }

  private static Bson pushed(List<OutboxEvent> events) {
    return Updates.combine(Outbox.push(events), Updates.set(LAST_EVENT, last(events)));
  }

  // Ids of events ascend.
  private static String last(List<OutboxEvent> events) {
    return events.stream().map(OutboxEvent::id).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Bson byId(LetterId id) {
    return eq("_id", id.value());
  }

  private static Bson byIds(Set<LetterId> ids) {
    return in("_id", ids.stream().map(LetterId::value).toList());
  }

  private static Bson notDiscarded() {
    return ne("state", LetterDocuments.DISCARDED);
  }

  private static Bson unchanged(Letter letter) {
    return and(byId(letter.id()), eq("revision", letter.manuscript().revision()));
  }
}
