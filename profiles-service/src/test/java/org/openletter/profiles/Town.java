package org.openletter.profiles;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.Tokens;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Credentials;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.key.SigningKeys;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.RecoveryCodes;
import org.springframework.context.ApplicationContext;

/// People who live in the service under test.
public final class Town {

  public static final String PASSWORD = "four unrelated words here";

  public static final String CODE = "k7q2-9mxd-4hpw-8rt3-v6nb-2zcf";

  private static final Concern BECAUSE = new Concern(Concern.Of.HANDLE, Concern.Like.SITE);

  private final Accounts accounts;
  private final Ids ids;
  private final Clock clock;
  private final String hash;

  /// Lets people move in, and makes tokens of `Tokens` count by publishing their key beside the
  /// real ones.
  public Town(ApplicationContext context) {
    this.accounts = context.getBean(Accounts.class);
    this.ids = context.getBean(Ids.class);
    this.clock = context.getBean(Clock.class);
    this.hash = context.getBean(Passwords.class).hash(PASSWORD);
    publishTestKey(context.getBean(MongoDatabase.class));
    SigningKeys keys = context.getBean(SigningKeys.class);
    // What was published is believed for a second; the first key of its own is made meanwhile,
    // which takes a busy machine longer than anybody would wait for anything else.
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() ->
            testKeys().stream()
                .allMatch(key -> keys.published().getKeyByKeyId(key.getKeyID()) != null));
  }

  private static void publishTestKey(MongoDatabase database) {
    for (JWK key : testKeys()) {
      database
          .getCollection("signing-keys")
          .replaceOne(
              Filters.eq("_id", key.getKeyID()),
              new Document("_id", key.getKeyID())
                  .append("created", Date.from(Instant.EPOCH.plusSeconds(1)))
                  .append("public", key.toJSONString())
                  .append("private", new Binary(new byte[64])),
              new ReplaceOptions().upsert(true));
    }
  }

  private static List<JWK> testKeys() {
    try {
      return JWKSet.parse(Tokens.jwks()).getKeys();
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A new person with these roles beside member. Her handle starts so.
  public Account person(String start, Role... roles) {
    Set<Role> all = EnumSet.of(Role.MEMBER);
    all.addAll(List.of(roles));
    return add(start, all, Standing.GOOD);
  }

  /// Somebody whose handle waits for staff.
  public Account waiting(String start) {
    return add(start, Set.of(Role.MEMBER), Standing.WAITING);
  }

  private Account add(String start, Set<Role> roles, Standing standing) {
    Instant now = clock.instant();
    String id = ids.random12();
    String handle = start + "-" + id.substring(0, 8);
    Account account =
        new Account(
            id,
            ids.uuid7(),
            new Handle(handle),
            standing == Standing.WAITING ? handle : start,
            standing == Standing.WAITING ? start : null,
            "",
            now,
            roles,
            standing,
            standing == Standing.WAITING ? BECAUSE : null,
            Set.of(),
            new Credentials(hash, RecoveryCodes.hash(CODE), now),
            null,
            false,
            1);
    if (!accounts.add(account, List.of())) {
      throw new AssertionError("taken: " + handle);
    }
    return account;
  }

  /// A token of hers as the authorization server would make it now.
  public static String token(Account account) {
    return Tokens.person(
        account.id(), account.handle().value(), account.activeRoles().toArray(String[]::new));
  }
}
