package org.openletter.gateway.studio.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.platform.call.RelayedToken;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A creator hands in a file. It streams from the container's temporary file to posts-service, so
/// that 32 MB are held in no memory at all.
@Component
class UploadImport {

  /// Reading, checking and screening the largest file.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private static final String POSTS = "posts-service";

  private final String posts;
  private final RelayedToken token;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  UploadImport(
      @Value("${openletter.posts-service.url}") String posts, RelayedToken token, JsonMapper json) {
    this.posts = posts;
    this.token = token;
    this.json = json;
  }

  /// Sends the file on; it was read then, and nothing is brought in yet. The value is the id to
  /// look at it under.
  Outcome<String> upload(MultipartFile file) {
    return file.isEmpty()
        ? Outcome.invalid("file", "Choose a file first.")
        : Outcome.of("checked", "", () -> id(send(file)));
  }

  private HttpResponse<String> send(MultipartFile file) {
    try {
      return http.send(request(file), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new NoAnswer(POSTS, failed.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(POSTS, "interrupted");
    }
  }

  private HttpRequest request(MultipartFile file) {
    String name = file.getOriginalFilename();
    var address =
        posts
            + "/imports?file="
            + URLEncoder.encode(name == null ? "" : name, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(LONGEST_WAIT)
            .header("Content-Type", "application/octet-stream")
            .header("Accept", "application/json")
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(() -> open(file)), file.getSize()));
    token.current().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request.build();
  }

  private String id(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= 500) {
      throw new NoAnswer(POSTS, "status " + status);
    }
    Map<String, Object> body = body(answer);
    if (status < 300 && body.get("id") instanceof String id) {
      return id;
    }
    if (status < 300) {
      throw new NoAnswer(POSTS, "an answer without an id");
    }
    throw new CallRefused(
        status,
        "refused",
        body.get("detail") instanceof String sentence
            ? sentence
            : "This file was not accepted. Nothing was changed.",
        null,
        Map.of());
  }

  private Map<String, Object> body(HttpResponse<String> answer) {
    try {
      return json.readValue(answer.body(), new TypeReference<>() {});
    } catch (JacksonException nonsense) {
      throw new NoAnswer(POSTS, "an answer that makes no sense");
    }
  }

  private static InputStream open(MultipartFile file) {
    try {
      return file.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("The container's copy of an uploaded file is gone", e);
    }
  }
}
