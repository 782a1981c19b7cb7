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
import org.openletter.gateway.door.error.Away;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.call.RelayedToken;
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

  private static final String NOT_NOW =
      Away.unsure(new NoAnswer("posts-service", "no answer"), "checked", "");

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

  /// What came of it.
  sealed interface Result {

    /// It was read; nothing is brought in yet.
    record Checked(String id) implements Result {}

    /// It was not accepted; nothing changed.
    record Refused(int status, String sentence) implements Result {}
  }

  /// Sends the file on.
  Result upload(MultipartFile file) {
    if (file.isEmpty()) {
      return new Result.Refused(422, "Choose a file first.");
    }
    try {
      var answer = http.send(request(file), HttpResponse.BodyHandlers.ofString());
      return result(answer.statusCode(), answer.body());
    } catch (IOException | JacksonException | NoAnswer noAnswer) {
      return new Result.Refused(503, NOT_NOW);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Result.Refused(503, NOT_NOW);
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

  private Result result(int status, String body) {
    if (status >= 500) {
      return new Result.Refused(503, NOT_NOW);
    }
    Map<String, Object> answer = json.readValue(body, new TypeReference<>() {});
    if (status < 300) {
      return answer.get("id") instanceof String id
          ? new Result.Checked(id)
          : new Result.Refused(503, NOT_NOW);
    }
    return new Result.Refused(
        status,
        answer.get("detail") instanceof String sentence
            ? sentence
            : "This file was not accepted. Nothing was changed.");
  }

  private static InputStream open(MultipartFile file) {
    try {
      return file.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("The container's copy of an uploaded file is gone", e);
    }
  }
}
