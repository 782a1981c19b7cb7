package org.openletter.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The whole platform as `deploy/start` starts it, on ports and data of its own. One for all
/// stories.
final class Platform {

  private static final int PORT = 18080;

  private static final Path ROOT =
      Path.of(System.getProperty("openletter.root", "../..")).toAbsolutePath().normalize();

  private static final Platform RUNNING = new Platform();

  private final Path data;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch ready = new CountDownLatch(1);

  private Platform() {
    String running = System.getProperty("openletter.running");
    if (running != null) {
      // A deploy/start that runs already, with the settings below: quicker while a story is
      // written.
      data = Path.of(running);
      return;
    }
    try {
      data = Files.createTempDirectory("openletter-stories");
      ProcessBuilder start = script("deploy/start");
      start.environment().putAll(settings());
      Process process = start.redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
      Thread.ofVirtual().start(() -> listen(process));
      awaitReady(process);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The running platform.
  static Platform running() {
    return RUNNING;
  }

  /// The address people use.
  String origin() {
    return "http://localhost:" + PORT;
  }

  /// The folder of the project.
  static Path root() {
    return ROOT;
  }

  /// A one-time link for an admin.
  String adminLink() {
    return output(script("deploy/admin-link")).strip();
  }

  /// Fills in the demonstration.
  void fillDemo() {
    output(script("deploy/demo", Integer.toString(PORT), data.toString()));
  }

  /// Ends a service at once, as a crash does.
  void kill(String service) {
    output(script("deploy/service", "kill", service));
    Waiting.until(service + " is gone", () -> !answers(service));
  }

  /// Starts a killed service and waits until it is ready.
  void start(String service) {
    output(script("deploy/service", "start", service));
    Waiting.until(service + " is ready", () -> answers(service));
  }

  /// What the services wrote to their consoles.
  String log(String service) {
    try {
      return Files.readString(data.resolve("log").resolve(service + ".out"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("OPENLETTER_RESTART_AFTER", "never");
    settings.put("OPENLETTER_BUILD", "never");
    // All people of the stories live at one address, and nobody waits ten minutes for a notice.
    for (String limit :
        List.of("SIGNUPS", "SIGNINTRIES", "SIGNINSTARTS", "DRAFTS", "APIREADS", "PAGEREADS")) {
      settings.put("OPENLETTER_LIMITS_" + limit + "_TIMES", "100000");
    }
    settings.put("OPENLETTER_COMMENTS_NOTICEDELAY", "2s");
    return settings;
  }

  private ProcessBuilder script(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.set(0, ROOT.resolve(all.getFirst()).toString());
    ProcessBuilder builder = new ProcessBuilder(all).directory(ROOT.toFile());
    builder.environment().put("OPENLETTER_PORT", Integer.toString(PORT));
    builder.environment().put("OPENLETTER_DATA", data.toString());
    builder.environment().remove("MONGO_URI");
    return builder;
  }

  private static String output(ProcessBuilder command) {
    try {
      Process run = command.redirectErrorStream(true).start();
      String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (run.waitFor() != 0) {
        throw new IllegalStateException(command.command() + ": " + output);
      }
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static boolean answers(String service) {
    int port =
        PORT
            + 1000
            + List.of(
                    "gateway",
                    "posts-service",
                    "comments-service",
                    "profiles-service",
                    "moderation-service")
                .indexOf(service);
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException noAnswer) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void listen(Process process) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith("Openletter is ready")) {
          ready.countDown();
        }
      }
    } catch (IOException ended) {
      said.add(ended.toString());
    }
    ready.countDown();
  }

  private void awaitReady(Process process) {
    try {
      if (!ready.await(200, TimeUnit.SECONDS) || !process.isAlive()) {
        throw new IllegalStateException(
            "deploy/start did not get ready: " + String.join("\n", said));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
