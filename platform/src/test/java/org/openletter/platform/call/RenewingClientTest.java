package org.openletter.platform.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Client;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.NoAnswer;

class RenewingClientTest {

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Request> sent = new ArrayList<>();
  private @Nullable String next = "new";
  private final Client client = new RenewingClient(this::answer, new Person());

  private Response answer(Request request, Request.Options options) {
    sent.add(request);
    return Response.builder()
        .request(request)
        .status(answers.removeFirst())
        .headers(Map.of())
        .build();
  }

  private final class Person implements RelayedToken {

    @Override
    public Optional<String> current() {
      return Optional.of("old");
    }

    @Override
    public Optional<String> renewed(String refused) {
      return refused.equals("old") ? Optional.ofNullable(next) : Optional.empty();
    }
  }

  private int call(String token, Integer... statuses) throws IOException {
    answers.addAll(List.of(statuses));
    RequestTemplate template = new RequestTemplate();
    template.feignTarget(new Target.HardCodedTarget<>(Client.class, "posts-service", "http://x"));
    Map<String, Collection<String>> headers =
        Map.of("Authorization", List.of("Bearer " + token), "Other", List.of("kept"));
    Request request =
        Request.create(
            Request.HttpMethod.PUT,
            "http://x/y",
            headers,
            "words".getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            template);
    return client.execute(request, new Request.Options()).status();
  }

  @Test
  void callsOnceMoreWithANewToken() throws IOException {
    assertThat(call("old", 401, 200)).isEqualTo(200);

    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().headers().get("Authorization")).containsExactly("Bearer new");
    assertThat(sent.getLast().headers().get("Other")).containsExactly("kept");
    assertThat(new String(sent.getLast().body(), StandardCharsets.UTF_8)).isEqualTo("words");
  }

  @Test
  void doesNothingForAnyOtherAnswer() throws IOException {
    assertThat(call("old", 403)).isEqualTo(403);
    assertThat(call("old", 200)).isEqualTo(200);
    assertThat(sent).hasSize(2);
  }

  @Test
  void leavesTheRefusalOfSomebodyWhoIsSignedOutOrOfAServicesOwnToken() throws IOException {
    assertThat(call("its own", 401)).isEqualTo(401);
    next = null;
    assertThat(call("old", 401)).isEqualTo(401);
    assertThat(sent).hasSize(2);
  }

  @Test
  void takesTheRefusalOfAFreshTokenForAnOutage() {
    assertThatThrownBy(() -> call("old", 401, 401)).isInstanceOf(NoAnswer.class);
  }
}
