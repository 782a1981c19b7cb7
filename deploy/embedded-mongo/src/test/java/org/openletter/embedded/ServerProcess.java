package org.openletter.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openletter.embedded.access.Password;

/// The server in a JVM of its own, as it runs in production.
final class ServerProcess implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("embedded-mongo ready on 127\\.0\\.0\\.1:(\\d+), data in .*");

  private final Process process;
  private final Path data;
  private final int port;
  private final List<String> said;

  private ServerProcess(Process process, Path data, int port, List<String> said) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.said = said;
  }

  static ServerProcess start(Path data) {
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    Process process = launch("--data", data.toString(), "--port", "0");
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        Matcher ready = READY.matcher(line);
        if (ready.matches()) {
          // The process may go on writing, and must never wait for a reader.
          Thread.ofVirtual().start(() -> output.lines().forEach(said::add));
          return new ServerProcess(process, data, Integer.parseInt(ready.group(1)), said);
        }
        said.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("The server did not start: " + said);
  }

  /// Starts the main class with other arguments.
  static Process launch(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EmbeddedMongoProcess.class.getName());
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String uri() {
    return Password.in(data).uri(port) + "&serverSelectionTimeoutMS=5000";
  }

  /// What it wrote after it was ready.
  List<String> said() {
    return List.copyOf(said);
  }

  /// The same as `kill -9`.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGTERM; answers the exit status.
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
