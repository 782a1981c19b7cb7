package org.openletter.platform.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openletter.platform.EchoClient;
import org.openletter.platform.EchoClient.Echo;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.openfeign.FeignClientFactory;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;

@ServiceTest
class GuardedCallsTest {

  private static final String SAY = "/posts-service/say";

  private final EchoClient echo;
  private final CircuitBreakerRegistry breakers;

  GuardedCallsTest(@Autowired EchoClient echo, @Autowired CircuitBreakerRegistry breakers) {
    this.echo = echo;
    this.breakers = breakers;
  }

  @BeforeEach
  void closeBreakers() {
    breakers.getAllCircuitBreakers().forEach(b -> b.reset());
  }

  /// Filled by the first call while the second already reads it, the list of a client's own was
  /// empty now and then.
  @Test
  void allClientsShareConvertersThatWereThereBeforeAnybodyCalled(
      @Autowired FeignClientFactory clients, @Autowired FeignHttpMessageConverters converters) {
    assertThat(clients.getContextNames())
        .isNotEmpty()
        .allSatisfy(client ->
            assertThat(clients.getInstance(client, FeignHttpMessageConverters.class))
                .isSameAs(converters));
    assertThat(converters).extracting("converters").asInstanceOf(LIST).isNotEmpty();
  }

  @Test
  void anAnswerIsAnAnswer() {
    answer(okJson("{\"said\":\"yes\",\"unknown\":1}"));

    assertThat(Answer.of(echo::say)).isEqualTo(new Answer.Known<>(new Echo("yes")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenConnectionIsNoAnswer(Fault fault) {
    answer(aResponse().withFault(fault));

    assertThat(Answer.of(echo::say)).isEqualTo(new Answer.Unknown<>());
  }

  @Test
  void lateNonsenseEmptyAndFailedAnswersAreNoAnswer() {
    for (var broken :
        List.of(
            okJson("{\"said\":\"late\"}").withFixedDelay(3_000),
            okJson("{\"said\":\"drips\"}").withChunkedDribbleDelay(10, 4_000),
            okJson("{\"said\":"),
            ok("<html>").withHeader("Content-Type", "text/html"),
            aResponse().withStatus(200),
            aResponse().withStatus(500),
            aResponse().withStatus(503).withHeader("Retry-After", "1"))) {
      closeBreakers();
      answer(broken);

      assertThat(Answer.of(echo::say)).isEqualTo(new Answer.Unknown<>());
    }
  }

  @Test
  void aRefusalSaysWhy() {
    answer(
        aResponse()
            .withStatus(422)
            .withHeader("Content-Type", "application/problem+json")
            .withHeader("Retry-After", "7")
            .withBody(
                """
                {"type":"/problems/invalid-fields","status":422,"detail":"Too long.",
                 "fields":[{"field":"text","sentence":"Too long."}]}
                """));

    CallRefused refused = catchThrowableOfType(CallRefused.class, echo::say);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.type()).isEqualTo("invalid-fields");
    assertThat(refused.detail()).isEqualTo("Too long.");
    assertThat(refused.fields()).containsExactly(new FieldProblem("text", "Too long."));
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void whoIsBusyHasAnswered() {
    for (int i = 0; i < 10; i++) {
      answer(
          aResponse()
              .withStatus(503)
              .withHeader("Content-Type", "application/problem+json")
              .withHeader("Retry-After", "1")
              .withBody(
                  """
                  {"type":"/problems/busy","status":503,"detail":"It is changing right now."}
                  """));

      CallRefused refused = catchThrowableOfType(CallRefused.class, echo::say);

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.type()).isEqualTo("busy");
      assertThat(refused.detail()).isEqualTo("It is changing right now.");
      assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
    }
  }

  @Test
  void absentIsNotUnknown() {
    answer(aResponse().withStatus(404));

    assertThat(echo.maybe()).isEmpty();
  }

  @Test
  void whatIsNotThereIsRefusedWhereNothingIsNoAnswer() {
    answer(
        aResponse()
            .withStatus(404)
            .withHeader("Content-Type", "application/problem+json")
            .withBody("{\"type\":\"/problems/no-such-echo\",\"detail\":\"Not here.\"}"));

    CallRefused refused = catchThrowableOfType(CallRefused.class, echo::say);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.type()).isEqualTo("no-such-echo");
  }

  @Test
  void afterFiveFailuresNobodyAsksForAWhile() {
    answer(aResponse().withStatus(500));
    for (int i = 0; i < 5; i++) {
      Answer.of(echo::say);
    }
    Neighbours.reset();
    answer(okJson("{\"said\":\"yes\"}"));

    assertThatThrownBy(echo::say).isInstanceOf(NoAnswer.class).hasMessageContaining("breaker");

    Neighbours.wireMock().verify(0, getRequestedFor(urlEqualTo(SAY)));
  }

  @Test
  void refusalsDoNotOpenTheBreaker() {
    answer(aResponse().withStatus(409));
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(echo::say).isInstanceOf(CallRefused.class);
    }
  }

  @Test
  void itsOwnWorkCarriesItsOwnTokenAndManyCallersShareOneRequest() throws Exception {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo("/posts-service/internal/do"))
                .willReturn(
                    ok("{\"said\":\"done\"}").withHeader("Content-Type", "application/json")));
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Echo>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(many.submit(echo::work));
      }
      for (Future<Echo> one : all) {
        assertThat(one.get()).isEqualTo(new Echo("done"));
      }
    }

    Neighbours.wireMock()
        .verify(
            20,
            postRequestedFor(urlEqualTo("/posts-service/internal/do"))
                .withHeader("Authorization", equalTo("Bearer " + ownToken())));
    assertThat(
            Neighbours.wireMock()
                .findAll(
                    postRequestedFor(urlPathMatching(".*/oauth2/token"))
                        .withRequestBody(
                            equalTo("grant_type=client_credentials&scope=posts-service.echo")))
                .size())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void nobodysCallCarriesNoToken() {
    answer(okJson("{\"said\":\"yes\"}"));
    echo.say();

    Neighbours.wireMock().verify(getRequestedFor(urlEqualTo(SAY)).withoutHeader("Authorization"));
  }

  private static String ownToken() {
    return Neighbours.wireMock().getAllServeEvents().stream()
        .filter(e -> e.getRequest().getUrl().endsWith("/internal/do"))
        .map(e -> e.getRequest().header("Authorization").firstValue().substring("Bearer ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static void answer(
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder response) {
    Neighbours.wireMock().stubFor(get(urlEqualTo(SAY)).willReturn(response));
    Neighbours.wireMock().stubFor(get(urlEqualTo("/posts-service/maybe")).willReturn(response));
  }
}
