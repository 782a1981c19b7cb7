package org.openletter.profiles.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.OnEachDatabase;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Handle;

@OnEachDatabase
class StoredAccountsTest extends AccountsContract {

  private final DatabaseServer server;

  StoredAccountsTest(DatabaseServer server) {
    this.server = server;
  }

  @Override
  Accounts empty() {
    return new StoredAccounts(server.with(new AccountMapper().accountIndexes()));
  }

  @Test
  void showsNoNameThatWaitsInADocumentOfTheFirstVersion() {
    MongoDatabase database = server.with(new AccountMapper().accountIndexes());
    Account waiting =
        AnAccount.of("rosa").asking("Openletter Moderator", Concern.Like.SITE).build();
    Document before =
        AccountMapper.toDocument(waiting)
            .append("name", "Openletter Moderator")
            .append("why", "The name has a word of the site in it.");
    before.remove("wanted");
    database.getCollection(AccountMapper.COLLECTION).insertOne(before);

    Account read = new StoredAccounts(database).byHandle(new Handle("rosa")).orElseThrow();

    assertThat(List.of(read.name(), read.wish())).containsExactly("rosa", "Openletter Moderator");
    assertThat(read.why()).isEqualTo(waiting.why());
  }
}
