package org.openletter.profiles.account;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.outbox.Outbox;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.name.Names;
import org.openletter.profiles.name.StaffNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Accounts as documents, and their indexes.
@Configuration(proxyBeanMethods = false)
class AccountMapper {

  static final String COLLECTION = "accounts";

  @Bean
  DeclaredIndexes accountIndexes() {
    return DeclaredIndexes.of(
        COLLECTION,
        new IndexModel(Indexes.ascending("handle"), new IndexOptions().name("handle").unique(true)),
        // Two handles that can be taken for each other cannot both exist.
        new IndexModel(
            Indexes.ascending("handleKey"), new IndexOptions().name("handle-key").unique(true)),
        new IndexModel(Indexes.descending("order"), new IndexOptions().name("order")),
        new IndexModel(Indexes.ascending("staff", "nameKeys"), flagged("staff-names", "staff")),
        new IndexModel(Indexes.ascending("admin", "_id"), flagged("admins", "admin")),
        new IndexModel(
            Indexes.compoundIndex(Indexes.ascending("waiting"), Indexes.descending("order")),
            flagged("waiting", "waiting")),
        new IndexModel(Indexes.descending("tokensSince"), new IndexOptions().name("tokens-since")),
        Outbox.index());
  }

  @Bean
  StaffNames staffNames(Accounts accounts) {
    return accounts::staffNamed;
  }

  private static IndexOptions flagged(String name, String flag) {
    return new IndexOptions().name(name).partialFilterExpression(Filters.eq(flag, true));
  }

  static Document toDocument(Account account) {
    Document document =
        new Document("_id", account.id())
            .append("order", account.order())
            .append("handle", account.handle().value())
            .append("handleKey", Names.unique(account.handle()))
            .append("joined", Date.from(account.joined()))
            .append("version", account.version());
    document.putAll(changing(account));
    document.values().removeIf(value -> value == Missing.MISSING);
    return document;
  }

  static List<Bson> updates(Account account) {
    List<Bson> updates = new ArrayList<>();
    changing(account)
        .forEach((field, value) ->
            updates.add(
                value == Missing.MISSING ? Updates.unset(field) : Updates.set(field, value)));
    return updates;
  }

  // Everything that may change, in the form it is stored in.
  private static Document changing(Account account) {
    return new Document("name", account.name())
        .append("nameKeys", List.copyOf(Names.looks(account.handle(), account.name())))
        .append("wanted", orMissing(account.wanted()))
        .append("bio", account.bio())
        .append("roles", account.roleWords())
        .append("staff", flag(account.staff()))
        .append("admin", flag(account.roles().contains(Role.ADMIN)))
        .append("standing", account.standing().name().toLowerCase(Locale.ROOT))
        .append("waiting", flag(account.standing() == Standing.WAITING))
        .append("why", orMissing(words(account.why())))
        .append("approved", List.copyOf(account.approved()))
        .append("password", account.credentials().password())
        .append("recovery", account.credentials().recovery())
        .append("credentialsSince", Date.from(account.credentials().since()))
        .append("tokensSince", orMissing(date(account.tokensSince())))
        .append("withoutLeaveKey", flag(account.withoutLeaveKey()));
  }

  static Account read(Document stored) {
    String why = stored.getString("why");
    Optional<Concern> concern = Optional.ofNullable(why).flatMap(Concern::read);
    boolean before = why != null && concern.isEmpty();
    String handle = stored.getString("handle");
    String name = stored.getString("name");
    return new Account(
        stored.getString("_id"),
        stored.getString("order"),
        new Handle(handle),
        // Documents of the first version keep a name that waits where the shown one belongs.
        before ? handle : name,
        before ? name : stored.getString("wanted"),
        stored.getString("bio"),
        stored.getDate("joined").toInstant(),
        roles(stored),
        Standing.valueOf(stored.getString("standing").toUpperCase(Locale.ROOT)),
        before ? firstVersion(why) : concern.orElse(null),
        new HashSet<>(stored.getList("approved", String.class, List.of())),
        new Credentials(
            stored.getString("password"),
            stored.getString("recovery"),
            stored.getDate("credentialsSince").toInstant()),
        instant(stored.getDate("tokensSince")),
        stored.getBoolean("withoutLeaveKey", false),
        stored.getLong("version"));
  }

  // They say it as a sentence; where it says "the handle or the name" it may be either.
  private static Concern firstVersion(String why) {
    boolean site = why.contains("word of the site");
    return new Concern(
        why.startsWith("The handle") ? Concern.Of.HANDLE : Concern.Of.NAME,
        site ? Concern.Like.SITE : Concern.Like.STAFF);
  }

  private static @Nullable String words(@Nullable Concern why) {
    return why == null ? null : why.words();
  }

  private static Set<Role> roles(Document stored) {
    return stored.getList("roles", String.class, List.of()).stream()
        .flatMap(word -> Role.of(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Object flag(boolean set) {
    return set ? true : Missing.MISSING;
  }

  private static Object orMissing(@Nullable Object value) {
    return value == null ? Missing.MISSING : value;
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  /// A field that the document does not have.
  private enum Missing {
    MISSING
  }
}
