package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What MongoDB does and this server does not is an error, and the error says which part it was.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTests {

  private static final int NOT_SUPPORTED = 115;

  private final Lab lab = Lab.inMemory();

  @BeforeAll
  void fill() {
    lab.collection("letters").insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
  }

  @AfterAll
  void close() {
    lab.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          collation         | {find: 'letters', collation: {locale: 'en'}}
          collation         | {createIndexes: 'letters', indexes: [{name: 'i', key: {a: 1}, collation: {locale: 'en'}}]}
          collation         | {update: 'letters', updates: [{q: {}, u: {$set: {a: 1}}, collation: {locale: 'en'}}]}
          collation         | {create: 'other', collation: {locale: 'en'}}
          validator         | {create: 'other', validator: {a: 1}}
          viewOn            | {create: 'other', viewOn: 'letters', pipeline: []}
          capped            | {create: 'other', capped: true, size: 1000}
          timeseries        | {create: 'other', timeseries: {timeField: 'at'}}
          kind 'text'       | {createIndexes: 'letters', indexes: [{name: 'i', key: {a: 'text'}}]}
          kind '2dsphere'   | {createIndexes: 'letters', indexes: [{name: 'i', key: {a: '2dsphere'}}]}
          kind 'hashed'     | {createIndexes: 'letters', indexes: [{name: 'i', key: {a: 'hashed'}}]}
          index on '$**'    | {createIndexes: 'letters', indexes: [{name: 'i', key: {'$**': 1}}]}
          partial index     | {createIndexes: 'letters', indexes: [{name: 'i', key: {a: 1}, partialFilterExpression: {a: {$gt: 1}}}]}
          index option      | {createIndexes: 'letters', indexes: [{name: 'i', key: {a: 1}, wildcardProjection: {a: 1}}]}
          renameCollection  | {renameCollection: 'lab.letters', to: 'lab.other'}
          collMod           | {collMod: 'letters', validator: {}}
          explain           | {explain: {find: 'letters'}}
          mapReduce         | {mapReduce: 'letters', map: 'f', reduce: 'f', out: 'x'}
          txnNumber         | {insert: 'letters', documents: [{a: 1}], txnNumber: 1}
          startTransaction  | {insert: 'letters', documents: [{a: 1}], startTransaction: true}
          commitTransaction | {commitTransaction: 1}
          startSession      | {startSession: 1}
          $changeStream     | {aggregate: 'letters', pipeline: [{$changeStream: {}}], cursor: {}}
          $out              | {aggregate: 'letters', pipeline: [{$out: 'other'}], cursor: {}}
          $unionWith        | {aggregate: 'letters', pipeline: [{$unionWith: 'other'}], cursor: {}}
          $function         | {aggregate: 'letters', pipeline: [{$project: {a: {$function: {}}}}], cursor: {}}
          $accumulator      | {aggregate: 'letters', pipeline: [{$group: {_id: 1, a: {$accumulator: {}}}}], cursor: {}}
          without a collection | {aggregate: 1, pipeline: [], cursor: {}}
          with a pipeline   | {update: 'letters', updates: [{q: {}, u: [{$set: {a: 1}}]}]}
          with a pipeline   | {findAndModify: 'letters', query: {}, update: [{$set: {a: 1}}]}
          with a sort       | {update: 'letters', updates: [{q: {}, u: {$set: {a: 1}}, sort: {a: 1}}]}
          $where            | {find: 'letters', filter: {$where: 'true'}}
          $where            | {count: 'letters', query: {$where: 'true'}}
          $where            | {delete: 'letters', deletes: [{q: {$where: 'true'}, limit: 1}]}
          $where            | {findAndModify: 'letters', query: {$where: 'true'}, remove: true}
          $text             | {find: 'letters', filter: {$text: {$search: 'a'}}}
          $near             | {find: 'letters', filter: {a: {$near: [1, 1]}}}
          $jsonSchema       | {find: 'letters', filter: {$and: [{$jsonSchema: {}}]}}
          expression        | {find: 'letters', projection: {a: {$concat: ['a', 'b']}}}
          position          | {find: 'letters', projection: {'a.$': 1}}
          'tailable'        | {find: 'letters', tailable: true}
          'min'             | {find: 'letters', min: {a: 1}}
          'snapshot'        | {find: 'letters', readConcern: {level: 'snapshot'}}
          'let'             | {find: 'letters', let: {a: 1}}
          name with '/'     | {create: 'a/b'}
          """)
  void isRefused(String named, String command) {
    assertThatThrownBy(() -> lab.database().runCommand(Document.parse(command)))
        .isInstanceOfSatisfying(
            MongoCommandException.class,
            e -> {
              assertThat(e.getErrorCode()).isEqualTo(NOT_SUPPORTED);
              assertThat(e.getErrorMessage()).contains(named).contains("not available");
            });
  }

  @Test
  void whatWasRefusedChangedNothing() {
    assertThat(lab.collection("letters").find().sort(new Document("_id", 1)))
        .containsExactly(new Document("_id", 1), new Document("_id", 2));
    assertThat(lab.database().listCollectionNames()).containsExactly("letters");
    assertThat(lab.collection("letters").listIndexes()).hasSize(1);
  }

  @Test
  void anUnknownCommandIsNotFound() {
    assertThatThrownBy(() -> lab.database().runCommand(new Document("makeCoffee", 1)))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getErrorCode()).isEqualTo(59));
  }

  @Test
  void aHintForAnIndexThatDoesNotExistIsAnError() {
    assertThatThrownBy(() -> lab.collection("letters").find().hintString("none").first())
        .hasMessageContaining("hint provided does not correspond to an existing index");
    assertThat(lab.collection("letters").find().hint(new Document("_id", 1))).hasSize(2);
  }

  @Test
  void theDriverRefusesTransactionsBecauseTheServerOffersNoSessions() {
    assertThatThrownBy(
            () -> {
              try (ClientSession session = lab.client.startSession()) {
                session.startTransaction();
                lab.collection("letters").insertOne(session, new Document());
              }
            })
        .isInstanceOf(MongoClientException.class)
        .hasMessageContaining("sessions");
  }
}
