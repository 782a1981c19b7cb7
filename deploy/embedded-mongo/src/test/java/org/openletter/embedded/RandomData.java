package org.openletter.embedded;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Documents, questions and changes over a few values, so that they meet often. Numbers come as
/// three types, and fields may be missing, null, an array or empty.
final class RandomData {

  private static final List<String> WORDS = List.of("", "a", "b", "ba", "c", "Z", "ö");

  private final Random random;
  private final int ids;

  RandomData(Random random, int ids) {
    this.random = random;
    this.ids = ids;
  }

  /// What is asked; without an order any of the matching documents will do.
  record Question(Document filter, @Nullable Document sort, int skip, int limit, int batchSize) {}

  /// A change, which answers what it did.
  record Step(String text, Function<MongoCollection<Document>, String> change) {}

  Document document(int id) {
    Document document = new Document("_id", id).append("u", "u" + id);
    maybe(document, "a", number());
    maybe(document, "b", word());
    maybe(document, "c", Instant.ofEpochSecond(random.nextInt(20)));
    maybe(document, "d", random.nextBoolean() ? number() : word());
    maybe(document, "tags", random.nextInt(4) == 0 ? word() : words(1));
    maybe(document, "list", list());
    maybe(document, "in", random.nextInt(5) == 0 ? word() : new Document("side", number()));
    document.append("flag", random.nextBoolean());
    return document;
  }

  private void maybe(Document document, String field, Object value) {
    switch (random.nextInt(8)) {
      case 0 -> document.remove(field);
      case 1 -> document.put(field, null);
      default -> document.put(field, value);
    }
  }

  private Object number() {
    int number = random.nextInt(12) - 2;
    return switch (random.nextInt(3)) {
      case 0 -> number;
      case 1 -> (long) number;
      default -> number + (random.nextInt(4) == 0 ? 0.5 : 0.0);
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private List<Object> words(int least) {
    List<Object> words = new ArrayList<>();
    for (int i = least + random.nextInt(3); i > 0; i--) {
      words.add(random.nextInt(6) == 0 ? number() : word());
    }
    return words;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(random.nextInt(5) == 0 ? word() : new Document("x", number()).append("y", word()));
    }
    return list;
  }

  Question question() {
    Document filter = new Document();
    Document sort = null;
    switch (random.nextInt(10)) {
      case 0 -> {
        filter.append("a", numberCondition());
        also(filter, "b", wordCondition());
        sort = order("a", "b");
      }
      case 1 -> {
        filter.append("b", wordCondition());
        also(filter, "_id", range(random.nextInt(ids), random.nextInt(ids)));
        sort = random.nextBoolean() ? order("_id") : order("b");
      }
      case 2 -> {
        filter.append("c", range(date(), date()));
        sort = order("c", "a");
      }
      case 3 -> {
        filter.append("tags", wordCondition());
        also(filter, "a", numberCondition());
        sort = order("tags", "a");
      }
      case 4 -> {
        filter.append("list.x", numberCondition());
        sort = order("b");
      }
      case 5 -> filter.append("in.side", numberCondition());
      case 9 -> {
        filter.append("d", numberCondition());
        also(filter, "list.x", numberCondition());
        sort = order("d");
      }
      case 6 -> filter.append("u", "u" + random.nextInt(ids));
      case 7 -> {
        filter.append("flag", true).append("d", numberCondition());
        sort = order("c");
      }
      default -> {
        filter.append("_id", new Document("$in", List.of(id(), id(), id())));
        also(filter, "a", numberCondition());
        sort = order("_id");
      }
    }
    if (random.nextInt(40) == 0) {
      filter = new Document("$or", List.of(filter, new Document("b", word())));
    }
    boolean sorted = sort != null && random.nextInt(3) > 0;
    int limit = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(30);
    return new Question(
        filter,
        sorted ? sort : null,
        random.nextInt(4) == 0 ? random.nextInt(20) : 0,
        limit,
        2 + random.nextInt(60));
  }

  private void also(Document filter, String field, @Nullable Object condition) {
    if (random.nextBoolean()) {
      filter.append(field, condition);
    }
  }

  private int id() {
    return random.nextInt(ids + 20);
  }

  private Instant date() {
    return Instant.ofEpochSecond(random.nextInt(20));
  }

  private @Nullable Object numberCondition() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1, 2 -> range(number(), number());
      case 3 -> new Document("$in", List.of(number(), number(), number()));
      case 4 -> new Document("$eq", number());
      case 5 -> new Document("$exists", false);
      default -> number();
    };
  }

  private Object wordCondition() {
    return switch (random.nextInt(6)) {
      case 0 -> range(word(), word());
      case 1, 2 -> new Document("$in", List.of(word(), word()));
      default -> word();
    };
  }

  private Document range(Object low, Object high) {
    Document range = new Document();
    int shape = random.nextInt(4);
    if (shape != 0) {
      range.append(random.nextBoolean() ? "$gt" : "$gte", low);
    }
    if (shape != 1) {
      range.append(random.nextBoolean() ? "$lt" : "$lte", high);
    }
    return range;
  }

  /// The id at the end makes the order complete, so that both servers must give the same.
  private Document order(String... fields) {
    Document order = new Document();
    int direction = random.nextBoolean() ? 1 : -1;
    for (String field : fields) {
      int own = random.nextInt(4) == 0 ? -direction : direction;
      order.append(field, own);
    }
    order.putIfAbsent("_id", random.nextInt(4) == 0 ? -direction : direction);
    return order;
  }

  Step step() {
    Document one = new Document("_id", id());
    return switch (random.nextInt(8)) {
      case 0 -> update(one, "$set", "a", number());
      case 1 -> update(one, "$set", "tags", words(1));
      case 2 -> update(one, "$push", "tags", word());
      case 3 -> update(one, "$unset", random.nextBoolean() ? "b" : "in", "");
      case 4 -> update(new Document("a", numberCondition()), "$set", "flag", random.nextBoolean());
      case 5 -> update(one, "$set", "u", "u" + random.nextInt(ids));
      case 6 -> new Step("delete " + one, c -> String.valueOf(c.deleteOne(one).getDeletedCount()));
      default -> replace(one);
    };
  }

  private static Step update(Document filter, String operator, String field, Object value) {
    Document update = new Document(operator, new Document(field, value));
    return new Step(
        "update " + filter + " " + update,
        c -> String.valueOf(c.updateMany(filter, update, new UpdateOptions())));
  }

  private Step replace(Document one) {
    Document replacement = document(one.getInteger("_id"));
    return new Step(
        "replace " + replacement,
        c ->
            String.valueOf(
                c.replaceOne(one, new Document(replacement), new ReplaceOptions().upsert(true))));
  }
}
