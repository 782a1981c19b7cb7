package org.openletter.profiles.authorization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
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
import org.openletter.platform.session.SignInSettings;
import org.openletter.profiles.account.SecurityLog;
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
/// Every write names the state it was made from and none creates a document again: of two exchanges
/// of the same code one fails, and a sign-in that was ended stays ended. A refresh token that was
/// exchanged is good for the same successor once more, for a minute and while that is unused: an
/// answer that came too late must not sign anybody out. After that its use is theft.
@Component
public class StoredAuthorizations implements OAuth2AuthorizationService, DeclaredIndexes {

  private final MongoCollection<Document> authorizations;
  private final WriteTokens writeTokens;
  private final RegisteredClientRepository clients;
  private final SignInSettings settings;
  private final Clock clock;

  StoredAuthorizations(
      MongoDatabase database,
      RegisteredClientRepository clients,
      SignInSettings settings,
      Clock clock) {
    this.authorizations = database.getCollection(collection());
    this.writeTokens = new WriteTokens(authorizations, clock);
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
              .append("tokens", WriteTokens.hashes(tokens))
              .append("purgeAt", WriteTokens.purgeAt(tokens))
              .append("version", 1L));
    } else if (!writeTokens.write(authorization, version, tokens)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
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
      OAuth2Authorization found = read(one(in("tokens", any)), token);
      // One that was exchanged since is no token any more.
      return found == null || found.getToken(token) == null ? null : found;
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
    if (current != null && hash.equals(WriteTokens.hash(current))) {
      return counts(kind, current) ? read(exchanging(kind, found, current), token) : null;
    }
    Document replaced = found.get("replaced", Document.class);
    if (kind == TokenKind.REFRESH && replaced != null && goodAgain(replaced, hash)) {
      return read(exchanging(kind, found.append(kind.field(), replaced), replaced), token);
    }
    usedBefore(kind, found);
    return null;
  }

  private static Document exchanging(TokenKind kind, Document found, Document presented) {
    return kind == TokenKind.REFRESH ? found.append("exchanged", presented) : found;
  }

  private boolean goodAgain(Document replaced, String hash) {
    return hash.equals(WriteTokens.hash(replaced))
        && counts(TokenKind.REFRESH, replaced)
        && clock.instant().isBefore(replaced.getDate("again").toInstant());
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

  /// Ends one sign-in.
  public void end(String id) {
    authorizations.deleteOne(eq("_id", id));
  }

  /// Ends all sign-ins of an account from before that instant, but for one (null: for none).
  public void end(String accountId, Instant before, @Nullable String exceptId) {
    authorizations.deleteMany(and(others(accountId, before, exceptId)));
  }

  /// How many of those can still get tokens.
  public int alive(String accountId, Instant before, @Nullable String exceptId) {
    Instant now = clock.instant();
    List<Bson> which = others(accountId, before, exceptId);
    which.add(gt("refresh_token.expires", Date.from(now)));
    which.add(gt("refresh_token.issued", Date.from(now.minus(settings.idle()))));
    which.add(eq("refresh_token.invalid", false));
    int alive = 0;
    for (Document _ : authorizations.find(and(which)).projection(new Document("_id", 1))) {
      alive++;
    }
    return alive;
  }

  private static List<Bson> others(String accountId, Instant before, @Nullable String exceptId) {
    List<Bson> which = new ArrayList<>();
    which.add(eq("account", accountId));
    which.add(lt("started", Date.from(before)));
    if (exceptId != null) {
      which.add(ne("_id", exceptId));
    }
    return which;
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
}
