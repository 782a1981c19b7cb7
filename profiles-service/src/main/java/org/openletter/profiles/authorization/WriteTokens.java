package org.openletter.profiles.authorization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/// Writes the tokens of a sign-in that is stored already, if it is still as it was read: every
/// other change goes by its version, an exchange of refresh tokens by the token that is exchanged.
final class WriteTokens {

  // Hashes of the tokens of the last 20 to 30 exchanges, so that a refresh token that is used a
  // second
  // time is recognised for at least an hour and a half.
  private static final int KEPT_HASHES = 90;

  private static final Duration GOOD_AGAIN = Duration.ofMinutes(1);

  private static final Duration KEPT_AFTER_ITS_END = Duration.ofMinutes(10);

  private final MongoCollection<Document> authorizations;
  private final Clock clock;

  WriteTokens(MongoCollection<Document> authorizations, Clock clock) {
    this.authorizations = authorizations;
    this.clock = clock;
  }

  /// False when the authorization is not any more as it was read.
  boolean write(OAuth2Authorization authorization, long version, Document tokens) {
    String id = authorization.getId();
    Document exchanged = authorization.getAttribute(AuthorizationMapper.EXCHANGED);
    if (exchanged == null || hash(exchanged).equals(hash(refresh(tokens)))) {
      return update(and(eq("_id", id), eq("version", version)), id, tokens, List.of(purge(tokens)));
    }
    Bson first = and(eq("_id", id), eq("refresh_token.hash", hash(exchanged)));
    Document replaced =
        new Document(exchanged).append("again", Date.from(clock.instant().plus(GOOD_AGAIN)));
    return update(first, id, tokens, List.of(Updates.set("replaced", replaced), purge(tokens)))
        || again(id, exchanged, tokens);
  }

  // Somebody made the same exchange before. Its successor is the same and stays as it was stored.
  private boolean again(String id, Document exchanged, Document tokens) {
    Bson unused =
        and(
            eq("_id", id),
            eq("refresh_token.hash", hash(refresh(tokens))),
            eq("replaced.hash", hash(exchanged)));
    Document others = new Document(tokens);
    others.remove(TokenKind.REFRESH.field());
    return update(unused, id, others, List.of());
  }

  private boolean update(Bson which, String id, Document tokens, List<Bson> more) {
    List<Bson> updates = new ArrayList<>(more);
    tokens.forEach((field, token) -> updates.add(Updates.set(field, token)));
    updates.add(Updates.inc("version", 1L));
    List<String> known = known(id);
    List<String> fresh = hashes(tokens).stream().filter(hash -> !known.contains(hash)).toList();
    updates.add(Updates.pushEach("tokens", fresh, new PushOptions().slice(-KEPT_HASHES)));
    return authorizations.updateOne(which, Updates.combine(updates)).getMatchedCount() == 1;
  }

  private static Bson purge(Document tokens) {
    return Updates.set("purgeAt", purgeAt(tokens));
  }

  private static Document refresh(Document tokens) {
    return tokens.get(TokenKind.REFRESH.field(), new Document());
  }

  /// The hash of a stored token.
  static String hash(Document token) {
    return token.get("hash", "");
  }

  private List<String> known(String id) {
    Document stored =
        authorizations.find(eq("_id", id)).projection(new Document("tokens", 1)).limit(1).first();
    return stored == null ? List.of() : stored.getList("tokens", String.class, List.of());
  }

  /// The hashes of these tokens.
  static List<String> hashes(Document tokens) {
    return tokens.values().stream().map(token -> ((Document) token).getString("hash")).toList();
  }

  /// When nobody has to know of these tokens any more.
  static Date purgeAt(Document tokens) {
    return Date.from(
        tokens.values().stream()
            .map(token -> ((Document) token).getDate("expires").toInstant())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH)
            .plus(KEPT_AFTER_ITS_END));
  }
}
