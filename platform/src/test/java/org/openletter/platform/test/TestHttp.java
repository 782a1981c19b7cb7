package org.openletter.platform.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to the service under test as a client would. Redirects are not followed.
public final class TestHttp {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String base;

  /// A client of the service on this port of the loopback address.
  public TestHttp(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /// GET, with a token or with none.
  public Answer get(String path, @Nullable String token) {
    return send(request(path, token).GET());
  }

  /// POST of JSON.
  public Answer post(String path, @Nullable String token, String json) {
    return send(json(request(path, token)).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// PUT of JSON.
  public Answer put(String path, @Nullable String token, String json) {
    return send(json(request(path, token)).PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// DELETE without a body.
  public Answer delete(String path, @Nullable String token) {
    return send(request(path, token).DELETE());
  }

  /// Starts any other request to a path.
  public HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /// Sends a request and reads the answer as text.
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException failed) {
      throw new IllegalStateException("the service under test does not answer", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  /// One answer.
  public record Answer(int status, HttpHeaders headers, String body) {

    /// The body as JSON.
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /// The text at a JSON pointer, empty when there is none.
    public String text(String pointer) {
      return json().at(pointer).asString("");
    }

    /// The first value of a header, empty when it is missing.
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /// The last part of the problem's type, empty when it is no problem.
    public String problem() {
      String type =
          header("content-type").startsWith("application/problem+json") ? text("/type") : "";
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }
}
