package org.openletter.posts.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.EmbeddedMongo;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.TestClock;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Desk;
import org.openletter.posts.letter.Letter;

class AuthorNamesTest {

  private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
  private static final MongoClient CLIENT = MongoClients.create(SERVER.uri());

  private final Desk desk = new Desk();
  private final Ids ids = new Ids(new TestClock(), new java.util.Random(3));
  private final String account = ids.random12();
  private final Author before = new Author(account, "rosa", "Rosa");
  private final Author after = new Author(account, "rosa", "Rosa Luz");

  @AfterAll
  static void stop() {
    CLIENT.close();
    SERVER.close();
  }

  @Test
  void remembersTheNewestNameInTheDatabase() {
    believesTheNewest(new MongoRenames(CLIENT.getDatabase("posts")));
  }

  @Test
  void remembersTheNewestNameInMemory() {
    believesTheNewest(new InMemoryRenames());
  }

  private void believesTheNewest(Renames renames) {
    assertThat(renames.last(account)).isEmpty();
    String first = ids.uuid7();
    String second = ids.uuid7();
    renames.remember(second, after);
    renames.remember(first, before);
    renames.remember(second, before);
    assertThat(renames.last(account)).contains(after);

    renames.remember(ids.uuid7(), before);
    assertThat(renames.last(account)).contains(before);
  }

  @Test
  void anOlderRenameThatComesLateChangesNoLetter() {
    Letter letter = desk.draft("Title", "Text");
    AuthorNames names = new AuthorNames(new InMemoryRenames(), desk.letters);
    String first = ids.uuid7();
    names.renamed(ids.uuid7(), named("Third"));

    names.renamed(first, named("Second"));

    assertThat(desk.letters.find(letter.id()).orElseThrow().manuscript().author())
        .isEqualTo(named("Third"));
  }

  @Test
  void aRenameWhileAnotherGoesThroughTheLettersWins() {
    Letter letter = desk.draft("Title", "Text");
    InMemoryRenames renames = new InMemoryRenames();
    AuthorNames names = new AuthorNames(renames, desk.letters);
    String second = ids.uuid7();
    String third = ids.uuid7();
    renames.remember(third, named("Third"));

    names.written(named("Second"));

    assertThat(desk.letters.find(letter.id()).orElseThrow().manuscript().author())
        .isEqualTo(named("Third"));
    names.renamed(second, named("Second"));
    assertThat(names.now(named("Rosa"))).isEqualTo(named("Third"));
  }

  private static Author named(String name) {
    return new Author(Desk.ROSA.accountId(), Desk.ROSA.handle(), name);
  }
}
