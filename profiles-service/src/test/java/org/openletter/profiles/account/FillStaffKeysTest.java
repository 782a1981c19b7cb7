package org.openletter.profiles.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.text.Lookalike;

class FillStaffKeysTest {

  private final MongoDatabase database =
      DatabaseServer.embedded().with(new AccountMapper().accountIndexes());
  private final MongoCollection<Document> stored = database.getCollection(AccountMapper.COLLECTION);
  private final StoredAccounts accounts = new StoredAccounts(database);
  private final FillStaffKeys fill = new FillStaffKeys(database);

  private final Account board =
      AnAccount.of("harbour").named("The Harbour Board").with(Role.ADMIN).build();
  private final Account member = AnAccount.of("pia").named("The Pia").build();

  @BeforeEach
  void theyWereStoredBefore() {
    for (Account account : List.of(board, member)) {
      stored.insertOne(
          AccountMapper.toDocument(account)
              .append(
                  "nameKeys",
                  List.of(
                      Lookalike.wide(account.handle().value()), Lookalike.wide(account.name()))));
    }
  }

  @Test
  void letsNobodyBeCalledLikeStaffOfBefore() {
    assertThat(accounts.staffNamed(Lookalike.keys("Harbour Board"))).isFalse();

    fill.start();
    await().until(() -> accounts.staffNamed(Lookalike.keys("Harbour Board")));
    fill.stop();

    assertThat(accounts.byId(board.id())).as("as people see it").isEqualTo(Optional.of(board));
    assertThat(fill.fill()).as("nothing is left to do").isZero();
  }

  @Test
  void touchesNobodyElse() {
    Document before = document(member);

    assertThat(fill.fill()).isEqualTo(1);

    assertThat(document(member)).isEqualTo(before);
  }

  @Test
  void leavesOutWhoCannotBeReadAndGoesOn() {
    Account broken = AnAccount.of("aaa").named("Anna").with(Role.ADMIN).build();
    stored.insertOne(
        AccountMapper.toDocument(broken).append("nameKeys", List.of("a")).append("name", null));

    assertThat(fill.fill()).isEqualTo(1);
  }

  @Test
  void givesWayToANewName() {
    Document read = document(board);
    stored.updateOne(
        Filters.eq("_id", board.id()),
        Updates.combine(Updates.set("name", "Rosa"), Updates.set("nameKeys", List.of("rosa"))));

    assertThat(fill.fill(read)).isFalse();

    assertThat(document(board).getList("nameKeys", String.class)).containsExactly("rosa");
  }

  private Document document(Account account) {
    return stored.find(Filters.eq("_id", account.id())).into(new ArrayList<>()).getFirst();
  }
}
