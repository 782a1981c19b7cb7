package org.openletter.gateway.door.signin;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.Kept;
import org.openletter.gateway.door.session.RefreshLease;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/// Exchanges a person's tokens for new ones, once, however many requests of hers notice at the same
/// time and at however many gateways. A refresh token is good for one use; for a minute it may be
/// used again while what it brought is unused, so an answer that did not come in time costs
/// nothing.
class ExchangeTokens {

  private static final Logger LOG = LoggerFactory.getLogger(ExchangeTokens.class);

  /// Longest wait for another request that is at it.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(30);

  private final RefreshLease lease;
  private final Kept<SignedIn> kept;
  private final ClientRegistration client;
  private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> endpoint;
  private final CircuitBreaker breaker;
  private final Clock clock;
  private final Map<String, CompletableFuture<Result>> inFlight = new ConcurrentHashMap<>();

  ExchangeTokens(
      RefreshLease lease,
      Kept<SignedIn> kept,
      ClientRegistration client,
      OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> endpoint,
      CircuitBreaker breaker,
      Clock clock) {
    this.clock = clock;
    this.lease = lease;
    this.kept = kept;
    this.client = client;
    this.endpoint = endpoint;
    this.breaker = breaker;
  }

  /// What became of it.
  sealed interface Result {

    /// New tokens, already stored.
    record Fresh(SignedIn person) implements Result {}

    /// The session is over: it was ended meanwhile, or the authorization server refuses.
    record Over() implements Result {}

    /// The authorization server does not answer; nothing was changed.
    record NoAnswer() implements Result {}
  }

  /// Exchanges the tokens that this session held when the request came in.
  Result exchange(String sessionId, SignedIn held) {
    CompletableFuture<Result> mine = new CompletableFuture<>();
    CompletableFuture<Result> already = inFlight.putIfAbsent(sessionId, mine);
    if (already != null) {
      return await(already);
    }
    try {
      Result result = exchangeAlone(sessionId, held);
      mine.complete(result);
      return result;
    } finally {
      inFlight.remove(sessionId);
      // Only when something unforeseen happened; those who wait must not wait in vain.
      mine.complete(new Result.NoAnswer());
    }
  }

  private static Result await(CompletableFuture<Result> already) {
    try {
      return already.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException late) {
      return new Result.NoAnswer();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Result.NoAnswer();
    }
  }

  private Result exchangeAlone(String sessionId, SignedIn held) {
    long giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (true) {
      switch (lease.claim(sessionId, kept, held.turn())) {
        case RefreshLease.Claim.Yours<SignedIn>(SignedIn current) -> {
          return ask(sessionId, current);
        }
        case RefreshLease.Claim.AlreadyNewer<SignedIn>(SignedIn newer) -> {
          return new Result.Fresh(newer);
        }
        case RefreshLease.Claim.Ended<SignedIn>() -> {
          return new Result.Over();
        }
        case RefreshLease.Claim.Busy<SignedIn>() -> {
          if (System.nanoTime() > giveUp) {
            return new Result.NoAnswer();
          }
          LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
      }
    }
  }

  private Result ask(String sessionId, SignedIn held) {
    try {
      // Before it is asked for: the token shall not be believed longer than it lives.
      Instant asked = clock.instant();
      TokenAnswer answer = breaker.executeSupplier(() -> request(held));
      SignedIn fresh = answer.person(held.csrf(), held.since(), held.turn() + 1, asked);
      if (!fresh.accountId().equals(held.accountId())) {
        throw new IllegalStateException("the token endpoint gave somebody else's tokens");
      }
      return lease.store(sessionId, kept, held.turn(), fresh)
          ? new Result.Fresh(fresh)
          : asStored(sessionId, held);
    } catch (Refused refused) {
      return asStored(sessionId, held);
    } catch (CallNotPermittedException
        | OAuth2AuthorizationException
        // An answer that makes no sense is none.
        | IllegalStateException failed) {
      LOG.warn("tokens could not be renewed: {}", Failure.line(failed));
      lease.release(sessionId, held.turn());
      return new Result.NoAnswer();
    }
  }

  // Whoever took too long may find that another request has exchanged the tokens meanwhile: then
  // those of the session count, whatever became of this exchange.
  private Result asStored(String sessionId, SignedIn held) {
    return lease
        .newer(sessionId, kept, held.turn())
        .<Result>map(Result.Fresh::new)
        .orElseGet(() -> {
          LOG.info("session ended: the authorization server refused to renew it");
          return new Result.Over();
        });
  }

  private TokenAnswer request(SignedIn held) {
    try {
      OAuth2AccessTokenResponse answer =
          endpoint.getTokenResponse(
              new OAuth2RefreshTokenGrantRequest(
                  client,
                  new OAuth2AccessToken(
                      OAuth2AccessToken.TokenType.BEARER,
                      held.accessToken(),
                      null,
                      held.expiresAt()),
                  new OAuth2RefreshToken(held.refreshToken(), null)));
      OAuth2RefreshToken next = answer.getRefreshToken();
      Object idToken = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
      return new TokenAnswer(
          answer.getAccessToken().getTokenValue(),
          next == null ? held.refreshToken() : next.getTokenValue(),
          idToken instanceof String newer ? newer : held.idToken());
    } catch (OAuth2AuthorizationException failed) {
      if (OAuth2ErrorCodes.INVALID_GRANT.equals(failed.getError().getErrorCode())) {
        throw new Refused();
      }
      throw failed;
    }
  }

  /// The refresh token counts no longer. Not a failure of the neighbour.
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused() {
      super("refused", null, false, false);
    }
  }
}
