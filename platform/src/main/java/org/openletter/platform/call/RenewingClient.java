package org.openletter.platform.call;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openletter.platform.problem.NoAnswer;

/// Calls once more with a new token when the person's was refused (401): it was void since a moment
/// ago, because something about her account was changed, and nothing was done with it. A new one
/// that is refused too says nothing about her, but that the neighbour cannot check tokens.
final class RenewingClient implements Client {

  private static final int REFUSED = 401;

  private static final String HEADER = "Authorization";

  private static final String BEARER = "Bearer ";

  private final Client client;
  private final RelayedToken relayed;

  RenewingClient(Client client, RelayedToken relayed) {
    this.client = client;
    this.relayed = relayed;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Optional<String> token = relayed.current().filter(current -> carries(request, current));
    Response first = client.execute(request, options);
    if (first.status() != REFUSED || token.isEmpty()) {
      return first;
    }
    Optional<String> renewed = relayed.renewed(token.get());
    if (renewed.isEmpty()) {
      return first;
    }
    Response second = client.execute(with(request, renewed.get()), options);
    if (second.status() == REFUSED) {
      throw new NoAnswer(
          request.requestTemplate().feignTarget().name(), "it refuses a token made just now");
    }
    return second;
  }

  private static boolean carries(Request request, String token) {
    return request.headers().getOrDefault(HEADER, List.of()).contains(BEARER + token);
  }

  private static Request with(Request request, String token) {
    Map<String, Collection<String>> headers = new HashMap<>(request.headers());
    headers.put(HEADER, List.of(BEARER + token));
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
