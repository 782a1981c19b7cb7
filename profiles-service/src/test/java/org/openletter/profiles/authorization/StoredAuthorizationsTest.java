package org.openletter.profiles.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.session.SignInSettings;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;

class StoredAuthorizationsTest {

  private static final SignInSettings SETTINGS =
      new SignInSettings(
          Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(12), Duration.ofHours(2));

  private static final RegisteredClient GATEWAY =
      RegisteredClient.withId("gateway")
          .clientId("gateway")
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri("http://localhost:8080/login/oauth2/code/openletter")
          .scope("openid")
          .build();

  private final TestClock clock = new TestClock();
  private final MongoDatabase database = DatabaseServer.embedded().with();
  private final StoredAuthorizations stored = opened();

  private StoredAuthorizations opened() {
    return new StoredAuthorizations(
        database, new InMemoryRegisteredClientRepository(GATEWAY), SETTINGS, clock);
  }

  @BeforeEach
  void index() {
    DatabaseServer.add(database, stored);
  }

  private OAuth2Authorization withCode(String id, String account, String code) {
    Instant now = clock.instant();
    return OAuth2Authorization.withRegisteredClient(GATEWAY)
        .id(id)
        .principalName(account)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizedScopes(Set.of("openid"))
        .attribute(
            Principal.class.getName(),
            UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()))
        .attribute(
            OAuth2AuthorizationRequest.class.getName(),
            OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("http://localhost:8080/id/oauth2/authorize")
                .clientId("gateway")
                .redirectUri("http://localhost:8080/login/oauth2/code/openletter")
                .scopes(Set.of("openid"))
                .state("state")
                .additionalParameters(Map.of("code_challenge", "c", "nonce", "n"))
                .build())
        .token(new OAuth2AuthorizationCode(code, now, now.plusSeconds(120)))
        .build();
  }

  private OAuth2Authorization found(String token, OAuth2TokenType type) {
    return Objects.requireNonNull(stored.findByToken(token, type), token);
  }

  private OAuth2Authorization refreshed(OAuth2Authorization from, String refresh, String id) {
    Instant now = clock.instant();
    OidcIdToken idToken =
        new OidcIdToken(
            id, now, now.plusSeconds(1800), Map.of("sub", "rosa", "aud", List.of("gateway")));
    return OAuth2Authorization.from(from)
        .refreshToken(new OAuth2RefreshToken(refresh, now, now.plus(Duration.ofDays(30))))
        .token(
            idToken,
            metadata ->
                metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, idToken.getClaims()))
        .build();
  }

  @Test
  void survivesARestart() {
    stored.save(withCode("one", "rosa", "the code"));
    stored.save(refreshed(found("the code", CODE), "the refresh token", "the id token"));

    OAuth2Authorization again =
        Objects.requireNonNull(
            opened().findByToken("the refresh token", OAuth2TokenType.REFRESH_TOKEN));

    assertThat(again.getPrincipalName()).isEqualTo("rosa");
    assertThat(again.getAuthorizedScopes()).containsExactly("openid");
    OAuth2AuthorizationRequest request =
        Objects.requireNonNull(again.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    assertThat(request.getAdditionalParameters())
        .containsEntry("code_challenge", "c")
        .containsEntry("nonce", "n");
    OidcIdToken idToken = Objects.requireNonNull(again.getToken(OidcIdToken.class)).getToken();
    assertThat(idToken.getAudience()).containsExactly("gateway");
    assertThat(Objects.requireNonNull(again.getRefreshToken()).getToken().getTokenValue())
        .isEqualTo("the refresh token");
  }

  @Test
  void keepsNoTokenThatSomebodyCouldUse() {
    stored.save(withCode("one", "rosa", "the-secret-code"));
    stored.save(refreshed(found("the-secret-code", CODE), "the-secret-refresh", "the-secret-id"));

    String document =
        Objects.requireNonNull(database.getCollection("authorizations").find().limit(1).first())
            .toJson();
    assertThat(document).doesNotContain("secret");
    for (String hash :
        Objects.requireNonNull(database.getCollection("authorizations").find().limit(1).first())
            .getList("tokens", String.class)) {
      assertThat(stored.findByToken(hash, OAuth2TokenType.REFRESH_TOKEN)).isNull();
      assertThat(stored.findByToken("hash:" + hash, OAuth2TokenType.REFRESH_TOKEN)).isNull();
    }
  }

  @Test
  void letsOneOfTwoExchangesWin() {
    stored.save(withCode("one", "rosa", "code"));
    OAuth2Authorization first = found("code", CODE);
    OAuth2Authorization second = found("code", CODE);
    stored.save(refreshed(first, "refresh one", "id one"));

    assertThatThrownBy(() -> stored.save(refreshed(second, "refresh two", "id two")))
        .isInstanceOf(OAuth2AuthenticationException.class);
    assertThat(stored.findByToken("refresh two", OAuth2TokenType.REFRESH_TOKEN)).isNull();
  }

  @Test
  void doesNotReviveWhatWasEnded() {
    stored.save(withCode("one", "rosa", "code"));
    OAuth2Authorization inFlight = found("code", CODE);
    stored.end("rosa", clock.instant().plusSeconds(1), null);

    assertThatThrownBy(() -> stored.save(refreshed(inFlight, "refresh", "id")))
        .isInstanceOf(OAuth2AuthenticationException.class);
    assertThat(stored.findById("one")).isNull();
  }

  private @Nullable OAuth2Authorization exchangeable(String refresh) {
    return stored.findByToken(refresh, OAuth2TokenType.REFRESH_TOKEN);
  }

  private void exchangedOnce() {
    stored.save(withCode("one", "rosa", "code"));
    stored.save(refreshed(found("code", CODE), "refresh 1", "id 1"));
    stored.save(refreshed(found("refresh 1", OAuth2TokenType.REFRESH_TOKEN), "refresh 2", "id 2"));
  }

  @Test
  void exchangesATokenAgainForAMinuteWhileItsSuccessorIsUnused() {
    exchangedOnce();
    clock.move(Duration.ofSeconds(59));

    stored.save(refreshed(found("refresh 1", OAuth2TokenType.REFRESH_TOKEN), "refresh 2", "id 3"));

    assertThat(stored.findByToken("id 1", ID)).as("an old ID token does no harm").isNull();
    assertThat(stored.findByToken("id 3", ID)).isNotNull();
    assertThat(exchangeable("refresh 2")).isNotNull();
  }

  @Test
  void endsTheFamilyOfATokenThatIsUsedAfterAMinute() {
    exchangedOnce();
    clock.move(Duration.ofSeconds(61));

    assertThat(exchangeable("refresh 1")).isNull();
    assertThat(exchangeable("refresh 2")).isNull();
  }

  @Test
  void endsTheFamilyOfATokenThatIsUsedAfterItsSuccessor() {
    exchangedOnce();
    stored.save(refreshed(found("refresh 2", OAuth2TokenType.REFRESH_TOKEN), "refresh 3", "id 3"));

    assertThat(exchangeable("refresh 1")).isNull();
    assertThat(exchangeable("refresh 3")).isNull();
  }

  @Test
  void doesNotLengthenTheMinuteByUsingIt() {
    exchangedOnce();
    clock.move(Duration.ofSeconds(40));
    stored.save(refreshed(found("refresh 1", OAuth2TokenType.REFRESH_TOKEN), "refresh 2", "id 3"));
    clock.move(Duration.ofSeconds(40));

    assertThat(exchangeable("refresh 1")).isNull();
  }

  @Test
  void refusesALateExchangeWhoseSuccessorWasUsedMeanwhile() {
    exchangedOnce();
    OAuth2Authorization late = found("refresh 1", OAuth2TokenType.REFRESH_TOKEN);
    stored.save(refreshed(found("refresh 2", OAuth2TokenType.REFRESH_TOKEN), "refresh 3", "id 3"));

    assertThatThrownBy(() -> stored.save(refreshed(late, "refresh 2", "id 4")))
        .isInstanceOf(OAuth2AuthenticationException.class);
    assertThat(exchangeable("refresh 3")).isNotNull();
  }

  @Test
  void endsWhatIsNotUsedForFourteenDays() {
    stored.save(withCode("one", "rosa", "code"));
    stored.save(refreshed(found("code", CODE), "refresh", "id"));

    clock.move(Duration.ofDays(14).minusSeconds(1));
    assertThat(stored.findByToken("refresh", OAuth2TokenType.REFRESH_TOKEN)).isNotNull();
    clock.move(Duration.ofSeconds(2));
    assertThat(stored.findByToken("refresh", OAuth2TokenType.REFRESH_TOKEN)).isNull();
  }

  @Test
  void endsAllButOne() {
    stored.save(withCode("one", "rosa", "code one"));
    stored.save(withCode("two", "rosa", "code two"));
    stored.save(withCode("three", "otto", "code three"));
    clock.move(Duration.ofSeconds(1));
    stored.end("rosa", clock.instant(), "two");

    assertThat(stored.findById("one")).isNull();
    assertThat(stored.findById("two")).isNotNull();
    assertThat(stored.findById("three")).isNotNull();
  }

  @Test
  void givesEveryRefreshTokenTheEndOfItsSignIn() {
    Account rosa = AnAccount.of("rosa").build();
    AccountsInMemory accounts = AccountsInMemory.with(rosa);
    RefreshTokens refreshTokens = new RefreshTokens(accounts, SETTINGS, clock, "secret");
    OAuth2RefreshToken first = generated(refreshTokens, rosa, null);
    assertThat(first.getExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));

    clock.move(Duration.ofDays(10));
    OAuth2RefreshToken second = generated(refreshTokens, rosa, first);
    assertThat(second.getExpiresAt()).isEqualTo(first.getExpiresAt());

    accounts.save(rosa.roles(Set.of(Role.MODERATOR), clock.instant()), List.of());
    OAuth2RefreshToken third = generated(refreshTokens, rosa, second);
    assertThat(third.getExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));

    clock.move(Duration.ofHours(11));
    assertThat(generated(refreshTokens, rosa, third).getExpiresAt())
        .isEqualTo(third.getExpiresAt());
  }

  private OAuth2RefreshToken generated(
      RefreshTokens refreshTokens, Account account, @Nullable OAuth2RefreshToken before) {
    OAuth2Authorization.Builder authorization =
        OAuth2Authorization.from(withCode("one", account.id(), "code"));
    if (before != null) {
      authorization.refreshToken(before);
    }
    return Objects.requireNonNull(
        refreshTokens.generate(
            DefaultOAuth2TokenContext.builder()
                .registeredClient(GATEWAY)
                .principal(
                    UsernamePasswordAuthenticationToken.authenticated(
                        account.id(), null, List.of()))
                .authorization(authorization.build())
                .tokenType(OAuth2TokenType.REFRESH_TOKEN)
                .build()));
  }

  private static final OAuth2TokenType CODE = new OAuth2TokenType("code");
  private static final OAuth2TokenType ID = new OAuth2TokenType("id_token");
}
