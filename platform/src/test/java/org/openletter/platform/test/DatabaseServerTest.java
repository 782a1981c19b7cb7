package org.openletter.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.EmbeddedMongo;

class DatabaseServerTest {

  @Test
  void isTheEmbeddedOneAloneWhenNothingIsGiven() {
    assertThat(DatabaseServer.given(Map.of())).hasToString("[in this JVM]");
    assertThat(DatabaseServer.given(Map.of("MONGO_TEST_URI", "", "MONGOD_BIN", "")))
        .hasToString("[in this JVM]");
  }

  @Test
  void isAlsoTheOneWhoseAddressIsGivenAndSaysThatItRan() throws Exception {
    try (EmbeddedMongo another = EmbeddedMongo.inMemory();
        MongoClient client = MongoClients.create(another.uri())) {
      List<DatabaseServer> servers =
          DatabaseServer.given(Map.of("MONGO_TEST_URI", another.uri(), "MONGOD_BIN", "not asked"));
      assertThat(servers).hasToString("[in this JVM, of MONGO_TEST_URI]");

      MongoDatabase database = servers.getLast().with();
      database.getCollection("things").insertOne(new Document("_id", 1));

      assertThat(client.listDatabaseNames().into(new ArrayList<>())).contains(database.getName());
      assertThat(Files.readString(Path.of("target", "databases.txt")))
          .containsPattern("embedded \\S+ of MONGO_TEST_URI\n");
    }
  }

  @Test
  void asksTheProgramThatIsGiven() {
    assertThatThrownBy(() -> DatabaseServer.given(Map.of("MONGOD_BIN", "/no/such/mongod")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("/no/such/mongod");
  }
}
