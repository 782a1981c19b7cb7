package org.openletter.profiles.authorization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.session.SignInSettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/// The sign-ins that tokens come from: one document for each, from the code to the last refresh.
///
/// Every write names the version it was made from and none creates a document again, so of two
/// exchanges of the same code or refresh token one fails, and a sign-in that was ended stays ended.
@Component
public class StoredAuthorizations implements OAuth2AuthorizationService, DeclaredIndexes {

  // Hashes of the tokens of the last 20 to 30 exchanges, so that a refresh token that is used a
  // second
  // time is recognised for at least an hour and a half.
  private static final int KEPT_HASHES = 90;

  private static final Duration KEPT_AFTER_ITS_END = Duration.ofMinutes(10);

  private final MongoCollection<Document> authorizations;
  private final RegisteredClientRepository clients;
  private final SignInSettings settings;
  private final Clock clock;

  StoredAuthorizations(
      MongoDatabase database,
      RegisteredClientRepository clients,
      SignInSettings settings,
      Clock clock) {
    this.authorizations = database.getCollection(collection());
    this.clients = clients;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public final String collection() {
    return "authorizations";
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        new IndexModel(Indexes.ascending("tokens"), new IndexOptions().name("tokens").unique(true)),
        new IndexModel(Indexes.ascending("account"), new IndexOptions().name("account")),
        new IndexModel(
            Indexes.ascending("purgeAt"),
            new IndexOptions().name("ended").expireAfter(0L, TimeUnit.SECONDS)));
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    // A service's own token is checked by its signature and never refreshed: nothing to keep.
    if (authorization
        .getAuthorizationGrantType()
        .equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
      return;
    }
    Document tokens = AuthorizationMapper.tokens(authorization);
    Long version = authorization.getAttribute(AuthorizationMapper.VERSION);
    if (version == null) {
      Document document = AuthorizationMapper.fixed(authorization, clock.instant());
      document.putAll(tokens);
      authorizations.insertOne(
          document
              .append("tokens", hashes(tokens))
              .append("purgeAt", purgeAt(tokens))
              .append("version", 1L));
    } else if (!update(authorization.getId(), version, tokens)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  private boolean update(String id, long version, Document tokens) {
    Bson unchanged = and(eq("_id", id), eq("version", version));
    List<Bson> updates = new ArrayList<>();
    tokens.forEach((field, token) -> updates.add(Updates.set(field, token)));
    updates.add(Updates.set("purgeAt", purgeAt(tokens)));
    updates.add(Updates.inc("version", 1L));
    List<String> known = known(id);
    List<String> fresh = hashes(tokens).stream().filter(hash -> !known.contains(hash)).toList();
    updates.add(Updates.pushEach("tokens", fresh, new PushOptions().slice(-KEPT_HASHES)));
    return authorizations.updateOne(unchanged, Updates.combine(updates)).getMatchedCount() == 1;
  }

  private List<String> known(String id) {
    Document stored =
        authorizations.find(eq("_id", id)).projection(new Document("tokens", 1)).limit(1).first();
    return stored == null ? List.of() : stored.getList("tokens", String.class, List.of());
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    authorizations.deleteOne(eq("_id", authorization.getId()));
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return read(one(eq("_id", id)), null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type == null) {
      List<String> any = Arrays.stream(TokenKind.values()).map(kind -> kind.hash(token)).toList();
      return read(one(in("tokens", any)), token);
    }
    TokenKind kind = TokenKind.of(type);
    if (kind == null) {
      return null;
    }
    String hash = kind.hash(token);
    Document found = one(eq("tokens", hash));
    if (found == null) {
      return null;
    }
    Document current = found.get(kind.field(), Document.class);
    if (current == null || !hash.equals(current.getString("hash"))) {
      usedBefore(kind, found);
      return null;
    }
    return counts(kind, current) ? read(found, token) : null;
  }

  // Two use the same refresh token: one of them has stolen it, and nobody can say which.
  private void usedBefore(TokenKind kind, Document found) {
    if (kind == TokenKind.REFRESH) {
      authorizations.deleteOne(eq("_id", found.getString("_id")));
      SecurityLog.event("refresh-token-used-twice", found.getString("account"));
    }
  }

  // Ended ID tokens still say whose session is to end.
  private boolean counts(TokenKind kind, Document token) {
    Instant now = clock.instant();
    return switch (kind) {
      case ID -> true;
      case CODE, ACCESS -> now.isBefore(token.getDate("expires").toInstant());
      case REFRESH ->
          now.isBefore(token.getDate("expires").toInstant())
              && now.isBefore(token.getDate("issued").toInstant().plus(settings.idle()));
    };
  }

  /// Ends all sign-ins of an account from before that instant, but for one (null: for none).
  public void end(String accountId, Instant before, @Nullable String exceptId) {
    List<Bson> which = new ArrayList<>();
    which.add(eq("account", accountId));
    which.add(lt("started", Date.from(before)));
    if (exceptId != null) {
      which.add(ne("_id", exceptId));
    }
    authorizations.deleteMany(and(which));
  }

  /// The sign-in that this access token comes from.
  public Optional<String> idOf(String accessToken) {
    return Optional.ofNullable(one(eq("tokens", TokenKind.ACCESS.hash(accessToken))))
        .map(found -> found.getString("_id"));
  }

  private @Nullable Document one(Bson filter) {
    return authorizations.find(filter).limit(1).first();
  }

  private @Nullable OAuth2Authorization read(@Nullable Document found, @Nullable String presented) {
    if (found == null) {
      return null;
    }
    RegisteredClient client = clients.findById(found.getString("client"));
    return client == null ? null : AuthorizationMapper.read(found, client, presented);
  }

  private static List<String> hashes(Document tokens) {
    return tokens.values().stream().map(token -> ((Document) token).getString("hash")).toList();
  }

  private static Date purgeAt(Document tokens) {
    return Date.from(
        tokens.values().stream()
            .map(token -> ((Document) token).getDate("expires").toInstant())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH)
            .plus(KEPT_AFTER_ITS_END));
  }
}
