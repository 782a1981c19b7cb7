package org.openletter.gateway.door.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.Kept;
import org.openletter.gateway.door.session.RefreshLease;
import org.openletter.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@GatewayTest
class TwoGatewaysTest {

  private final AtomicInteger exchanges = new AtomicInteger();
  private final RefreshLease lease;
  private final Kept<SignedIn> kept;
  private final ClientRegistration client;
  private final SessionRepository<Session> sessions;
  private final Clock clock;

  @Autowired
  @SuppressWarnings("unchecked")
  TwoGatewaysTest(
      RefreshLease lease,
      Kept<SignedIn> kept,
      ClientRegistration client,
      SessionRepository<? extends Session> sessions,
      Clock clock) {
    this.clock = clock;
    this.lease = lease;
    this.kept = kept;
    this.client = client;
    this.sessions = (SessionRepository<Session>) sessions;
  }

  @Test
  void exchangeTheTokensOfOneSessionOnce() {
    SignedIn held = person("refresh-0", 0);
    String session = stored(held);
    CountDownLatch atTheEndpoint = new CountDownLatch(1);
    ExchangeTokens first =
        gateway(_ -> {
          atTheEndpoint.countDown();
          LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
          return answer();
        });
    ExchangeTokens second = gateway(_ -> answer());

    CompletableFuture<ExchangeTokens.Result> one =
        CompletableFuture.supplyAsync(() -> first.exchange(session, held));
    await(atTheEndpoint);
    ExchangeTokens.Result two = second.exchange(session, held);

    assertThat(one.join()).isEqualTo(two).isInstanceOf(ExchangeTokens.Result.Fresh.class);
    assertThat(exchanges).hasValue(1);
  }

  @Test
  void takeWhatTheOtherHasExchangedAlready() {
    SignedIn held = person("refresh-0", 0);
    String session = stored(held);
    ExchangeTokens.Result one = gateway(_ -> answer()).exchange(session, held);

    ExchangeTokens.Result two = gateway(_ -> answer()).exchange(session, held);

    assertThat(two).isEqualTo(one);
    assertThat(exchanges).hasValue(1);
  }

  @Test
  void bringNoSessionBackThatWasEndedMeanwhile() {
    SignedIn held = person("refresh-0", 0);
    String session = stored(held);

    ExchangeTokens.Result result =
        gateway(
                _ -> {
                  sessions.deleteById(session);
                  return answer();
                })
            .exchange(session, held);

    assertThat(result).isEqualTo(new ExchangeTokens.Result.Over());
    assertThat(sessions.findById(session)).isNull();
  }

  @Test
  void goOnWithWhatTheOtherStoredWhenTheyWereTooLateThemselves() {
    for (boolean refused : List.of(true, false)) {
      SignedIn held = person("refresh-0", 0);
      String session = stored(held);
      ExchangeTokens late =
          gateway(_ -> {
            lease.release(session, held.turn());
            gateway(_ -> answer()).exchange(session, held);
            if (refused) {
              throw new OAuth2AuthorizationException(new OAuth2Error("invalid_grant"));
            }
            return answer();
          });

      assertThat(late.exchange(session, held)).isInstanceOf(ExchangeTokens.Result.Fresh.class);
      assertThat(lease.newer(session, kept, 0)).isPresent();
    }
  }

  @Test
  void mayTryAgainAfterAFailure() {
    SignedIn held = person("refresh-0", 0);
    String session = stored(held);
    ExchangeTokens failing =
        gateway(_ -> {
          throw new OAuth2AuthorizationException(new OAuth2Error("server_error"));
        });

    assertThat(failing.exchange(session, held)).isEqualTo(new ExchangeTokens.Result.NoAnswer());
    assertThat(gateway(_ -> answer()).exchange(session, held))
        .isInstanceOf(ExchangeTokens.Result.Fresh.class);
  }

  private ExchangeTokens gateway(
      OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> endpoint) {
    return new ExchangeTokens(
        lease, kept, client, endpoint, CircuitBreaker.ofDefaults("a gateway's own"), clock);
  }

  private String stored(SignedIn held) {
    Session session = sessions.createSession();
    session.setAttribute(kept.name(), held);
    sessions.save(session);
    return session.getId();
  }

  private OAuth2AccessTokenResponse answer() {
    exchanges.incrementAndGet();
    return OAuth2AccessTokenResponse.withToken(token())
        .tokenType(OAuth2AccessToken.TokenType.BEARER)
        .expiresIn(300)
        .refreshToken("refresh-1")
        .build();
  }

  private static SignedIn person(String refresh, int turn) {
    return new TokenAnswer(token(), refresh, token())
        .person("csrf", GatewayTest.CLOCK.instant(), turn, GatewayTest.CLOCK.instant());
  }

  private static String token() {
    Instant now = GatewayTest.CLOCK.instant();
    return Tokens.sign(
        new JWTClaimsSet.Builder()
            .subject("acc0000000tw")
            .claim("handle", "two")
            .claim("roles", List.of("member"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .build());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
