package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Commands whose answers a driver reads: what MongoDB answers, or an error. In the file: documents
/// before, command, part of the reply, documents after. `@id` is a new ObjectId, `@none` no such
/// field, `@any` anything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrudTests {

  private final Lab lab = Lab.inMemory();
  private int count;

  @AfterAll
  void close() {
    lab.close();
  }

  @ParameterizedTest(name = "{1} on {0}")
  @CsvFileSource(resources = "crud.csv", delimiter = '|', quoteCharacter = '"')
  void answersAsMongoDbDoesOrRefuses(String before, String command, String reply, String after) {
    MongoCollection<BsonDocument> collection =
        lab.database().getCollection("c" + count++, BsonDocument.class);
    lab.database().createCollection(collection.getNamespace().getCollectionName());
    BsonArray.parse(before).forEach(each -> collection.insertOne(each.asDocument()));
    BsonDocument asked = BsonDocument.parse(command);
    asked.put(asked.getFirstKey(), new BsonString(collection.getNamespace().getCollectionName()));
    same(BsonDocument.parse(reply), answer(asked), "reply");
    if (after != null) {
      same(
          BsonArray.parse(after),
          new BsonArray(collection.find().into(new ArrayList<>())),
          "after");
    }
    assertThat(lab.isSound(collection.getNamespace().getCollectionName())).isTrue();
  }

  private BsonDocument answer(BsonDocument command) {
    try {
      return lab.database().runCommand(command, BsonDocument.class);
    } catch (MongoCommandException e) {
      return e.getResponse();
    }
  }

  private static void same(BsonValue expected, BsonValue found, String at) {
    if (expected.isDocument()) {
      assertThat(found.isDocument()).as(at).isTrue();
      for (Map.Entry<String, BsonValue> field : expected.asDocument().entrySet()) {
        String place = at + "." + field.getKey();
        BsonValue value = found.asDocument().get(field.getKey());
        if (field.getValue().equals(new BsonString("@none"))) {
          assertThat(value).as(place).isNull();
        } else {
          assertThat(value).as(place).isNotNull();
          same(field.getValue(), value, place);
        }
      }
      if (at.startsWith("after")) {
        assertThat(List.copyOf(found.asDocument().keySet()))
            .as(at)
            .isEqualTo(List.copyOf(expected.asDocument().keySet()));
      }
    } else if (expected.isArray()) {
      assertThat(found.asArray()).as(at).hasSameSizeAs(expected.asArray());
      for (int i = 0; i < expected.asArray().size(); i++) {
        same(expected.asArray().get(i), found.asArray().get(i), at + "." + i);
      }
    } else if (expected.equals(new BsonString("@id"))) {
      assertThat(found.isObjectId()).as(at).isTrue();
    } else if (!expected.equals(new BsonString("@any"))) {
      assertThat(found).as(at).isEqualTo(expected);
    }
  }
}
