package org.openletter.gateway.door.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.openletter.gateway.door.limit.AddressLimits;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.signin.WordsOnTheWay;
import org.openletter.platform.call.RelayedToken;
import org.openletter.platform.limit.AddressBlocks;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The two routes: the API, and the pages of the authorization server.
@Configuration(proxyBeanMethods = false)
class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private static final String API = "/api/v1/";
  private static final String IDENTITY = "/id/";

  /// The cookies of the authorization server, over http and over https. Nobody else gets them.
  private static final Set<String> IDENTITY_COOKIES =
      Set.of("id", "__Host-id", "known", "__Host-known");

  /// What people need of the authorization server. Its token endpoint and its keys are for
  /// services.
  private static final Pattern IDENTITY_PAGES =
      Pattern.compile(
          "login|sign-up(/code)?|recovery(/code)?|setup/[^/]+|oauth2/authorize"
              + "|\\.well-known/(openid-configuration|oauth-authorization-server)");

  private static final Duration CONNECT = Duration.ofMillis(500);

  /// An import of 32 MB is read and checked before it is answered.
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final Neighbours neighbours;
  private final RelayedToken token;
  private final AddressLimits limits;
  private final Troubles troubles;
  private final WordsOnTheWay words;

  Routes(
      Neighbours neighbours,
      RelayedToken token,
      AddressLimits limits,
      Troubles troubles,
      WordsOnTheWay words) {
    this.neighbours = neighbours;
    this.token = token;
    this.limits = limits;
    this.troubles = troubles;
    this.words = words;
  }

  // HTTP/1.1, because the services speak nothing else and an offer of more costs a large body its
  // way.
  @Bean
  ClientHttpRequestFactory routedCalls() {
    JdkClientHttpRequestFactory factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
    factory.setReadTimeout(ANSWER);
    return factory;
  }

  // Before anything that may ask for a parameter.
  @Bean
  FilterRegistrationBean<UnreadBody> unreadBody() {
    FilterRegistrationBean<UnreadBody> filter = new FilterRegistrationBean<>(new UnreadBody());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
    return filter;
  }

  @Bean
  RouterFunction<ServerResponse> api() {
    return GatewayRouterFunctions.route("api")
        .route(RequestPredicates.path(API + "**"), HandlerFunctions.http())
        .filter(this::forwardApi)
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> identity() {
    return GatewayRouterFunctions.route("identity")
        .route(
            RequestPredicates.path(IDENTITY + "**").or(RequestPredicates.GET("/setup/{token}")),
            HandlerFunctions.http())
        .filter(this::forwardIdentity)
        .build();
  }

  private ServerResponse forwardApi(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    if (request.headers().firstHeader(HttpHeaders.AUTHORIZATION) != null) {
      return tell(request, bearerRefused());
    }
    // Who asks for the headers alone has the answer made all the same.
    Optional<Duration> wait =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)
            ? limits.apiRead(request.servletRequest())
            : Optional.empty();
    if (wait.isPresent()) {
      return tell(request, Trouble.tooMany(wait.get()));
    }
    String path = request.uri().getRawPath();
    // The prefix itself is no address of anything.
    Neighbours.Target target =
        path.length() <= API.length()
            ? null
            : neighbours.of(path.substring(API.length()), request.uri()).orElse(null);
    if (target == null) {
      return tell(request, Trouble.nothingHere());
    }
    Optional<String> held = token.current();
    ServerResponse answer = forwardApi(request, target, held, next);
    if (answer.statusCode().value() == HttpStatus.FORBIDDEN.value()
        && !Asked.onlyReads(request.servletRequest())
        && Person.waitsForStaff()) {
      return tell(request, Trouble.mayNotWrite());
    }
    if (held.isEmpty() || answer.statusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
      return answer;
    }
    return refused(request, held.get(), answer, fresh -> forwardApi(request, target, fresh, next));
  }

  private ServerResponse forwardApi(
      ServerRequest request,
      Neighbours.Target target,
      Optional<String> token,
      HandlerFunction<ServerResponse> next)
      throws Exception {
    Consumer<HttpHeaders> going =
        Luggage.going().andThen(headers -> token.ifPresent(headers::setBearerAuth));
    return forward(
        request,
        target.service(),
        going(request, target.address(), going),
        next,
        headers -> {
          Luggage.coming(headers);
          outside(headers);
        });
  }

  // Something about her account was changed a moment ago. Whatever brought nothing with it is done
  // once more with a new token; what was sent along is gone by now, so it has to be sent again,
  // which then works: the session has the new token.
  private ServerResponse refused(
      ServerRequest request, String held, ServerResponse answer, Again again) throws Exception {
    try {
      Optional<String> fresh = token.renewed(held);
      if (fresh.isEmpty()) {
        return answer;
      }
      return isWithoutBody(request.servletRequest())
          ? again.with(fresh)
          : tell(request, Trouble.sendAgain());
    } catch (NoAnswer noAnswer) {
      return tell(request, Trouble.noAnswer());
    }
  }

  private static boolean isWithoutBody(HttpServletRequest request) {
    return Asked.onlyReads(request)
        || request.getContentLengthLong() <= 0
            && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  @FunctionalInterface
  private interface Again {
    ServerResponse with(Optional<String> token) throws Exception;
  }

  private ServerResponse forwardIdentity(
      ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
    String path = request.uri().getRawPath();
    String page = path.startsWith(IDENTITY) ? path.substring(IDENTITY.length()) : path.substring(1);
    if (!IDENTITY_PAGES.matcher(page).matches()) {
      return tell(request, Trouble.nothingHere());
    }
    URI target = neighbours.ofIdentity(page, request.uri());
    String block = limits.told(request.servletRequest());
    Consumer<HttpHeaders> going =
        Luggage.going(IDENTITY_COOKIES)
            .andThen(headers -> headers.set(AddressBlocks.HEADER, block));
    return forward(
        request,
        Neighbours.PROFILES,
        going(request, target, going),
        next,
        headers -> Luggage.coming(headers, IDENTITY_COOKIES));
  }

  private static ServerRequest going(
      ServerRequest request, URI target, Consumer<HttpHeaders> headers) {
    return ServerRequest.from(request).uri(target).headers(headers).build();
  }

  private ServerResponse forward(
      ServerRequest request,
      String service,
      ServerRequest out,
      HandlerFunction<ServerResponse> next,
      Consumer<HttpHeaders> coming)
      throws Exception {
    try {
      MvcUtils.setRequestUrl(out, out.uri());
      ServerResponse answer = next.handle(out);
      coming.accept(answer.headers());
      return answer;
    } catch (IOException | ResourceAccessException noAnswer) {
      // The message holds the address with everything that was asked for.
      LOG.warn("no answer from {}: {}", service, Failure.line(noAnswer));
      Trouble away = Away.trouble(new NoAnswer(service, "no connection"), request.servletRequest());
      return tell(
          request,
          Asked.forApi(request.servletRequest())
              ? away
              : words.said(request.servletRequest()).map(away::keeping).orElse(away));
    }
  }

  /// A service names the new thing by its own path; outside it is under the prefix.
  private static void outside(HttpHeaders headers) {
    String location = headers.getFirst(HttpHeaders.LOCATION);
    if (location != null && location.startsWith("/")) {
      headers.set(HttpHeaders.LOCATION, API + location.substring(1));
    }
  }

  private ServerResponse tell(ServerRequest request, Trouble trouble) {
    Troubles.Told told = troubles.told(request.servletRequest(), trouble);
    ServerResponse.BodyBuilder answer =
        ServerResponse.status(told.status()).contentType(told.type());
    if (told.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, told.retryAfter().toString());
    }
    return answer.body(told.body());
  }

  private static Trouble bearerRefused() {
    return new Trouble(
        HttpStatus.UNAUTHORIZED,
        "no-bearer-here",
        "Tokens are not taken here",
        "Sign in with a browser: the API takes its session, never a token from outside.",
        null);
  }
}
