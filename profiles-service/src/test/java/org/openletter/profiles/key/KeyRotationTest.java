package org.openletter.profiles.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestClock;
import org.openletter.platform.test.TestHttp;
import org.openletter.profiles.Browser;
import org.openletter.profiles.Claims;
import org.openletter.profiles.Gateway;
import org.openletter.profiles.Town;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest
class KeyRotationTest {

  private static final KeySettings SETTINGS =
      new KeySettings(Duration.ofDays(30), Duration.ofHours(2), Duration.ofSeconds(30), 2048);

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;
  @TempDir private Path secrets;

  private final TestClock clock = new TestClock();
  private final MongoDatabase database = DatabaseServer.embedded().with();
  private TestHttp http;
  private Gateway gateway;

  @BeforeEach
  void open(TestHttp client) throws IOException {
    Files.writeString(secrets.resolve("signing.key"), "one secret");
    http = client;
    gateway = new Gateway(client);
  }

  private SigningKeys instance() {
    return new SigningKeys(new StoredKeys(database, new Secrets(secrets)), SETTINGS, clock);
  }

  private static List<String> published(SigningKeys keys) {
    return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
  }

  @Test
  void changesTheKeyWhilePeopleAreSignedIn() {
    String handle = new Town(context).person("rosa").handle().value();
    Gateway.Tokens before = gateway.signIn(new Browser(port), handle, Town.PASSWORD);
    String operator = gateway.ownToken("operator", "profiles-service.signing-keys");

    String kid = http.post("/id/internal/signing-keys", operator, "").text("/kid");

    assertThat(http.get("/id/me", before.access()).text("/handle")).isEqualTo(handle);
    Gateway.Tokens after = Gateway.tokens(gateway.refresh(before.refresh()));
    assertThat(Claims.of(before.access()).kid()).isNotEqualTo(kid);
    assertThat(Claims.of(after.access()).kid()).isEqualTo(kid);
    assertThat(http.get("/id/me", after.access()).status()).isEqualTo(200);
    assertThat(http.get("/id/oauth2/jwks", null).body())
        .contains(kid, Claims.of(before.access()).kid())
        .doesNotContain("\"d\"", "\"p\"", "\"q\"");
  }

  @Test
  void signsInOneInstanceWithWhatAnotherMade() {
    SigningKeys one = instance();
    SigningKeys two = instance();
    assertThat(one.signing().getKeyID()).isEqualTo(two.signing().getKeyID());

    clock.move(Duration.ofMinutes(5));
    String kid = one.rotate();
    clock.move(Duration.ofSeconds(2));
    assertThat(published(two)).as("published by everybody at once").contains(kid);
    clock.move(Duration.ofSeconds(31));
    assertThat(two.signing().getKeyID()).isEqualTo(kid);
  }

  @Test
  void changesTheKeyAfterThirtyDaysAndForgetsTheOldOneAfterItsTokens() {
    SigningKeys keys = instance();
    String first = keys.signing().getKeyID();
    clock.move(Duration.ofDays(29));
    keys.rotateWhenDue();
    assertThat(keys.signing().getKeyID()).isEqualTo(first);

    clock.move(Duration.ofDays(1).plusSeconds(1));
    keys.rotateWhenDue();
    String second = keys.signing().getKeyID();
    assertThat(second).isNotEqualTo(first);
    assertThat(published(keys)).containsExactly(second, first);

    clock.move(Duration.ofHours(2).plusSeconds(1));
    keys.rotateWhenDue();
    assertThat(published(instance())).containsExactly(second);
  }

  @Test
  void survivesARestartAndKeepsPrivateHalvesLocked() {
    String kid = instance().signing().getKeyID();

    assertThat(instance().signing().getKeyID()).isEqualTo(kid);
    for (org.bson.Document key : database.getCollection("signing-keys").find().limit(10)) {
      assertThat(key.toJson()).doesNotContain("\"d\"", "\\\"d\\\"");
    }
  }

  @Test
  void makesANewKeyWhenTheSecretIsAnotherAndKeepsTheOldOnePublished() throws IOException {
    String lost = instance().signing().getKeyID();
    clock.move(Duration.ofMinutes(1));
    Files.writeString(secrets.resolve("signing.key"), "another secret");
    SigningKeys after = instance();

    assertThat(after.signing().getKeyID()).isNotEqualTo(lost);
    assertThat(published(after)).contains(lost);
  }

  @Test
  void signsWithStrongKeysOnly() {
    assertThat(context.getBean(SigningKeys.class).signing().size()).isGreaterThanOrEqualTo(3072);
  }
}
