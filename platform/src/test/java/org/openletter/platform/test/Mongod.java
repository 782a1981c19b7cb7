package org.openletter.platform.test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;

/// A `mongod` that runs as long as the tests of this JVM, on a folder of its own.
final class Mongod {

  private Mongod() {}

  /// Starts it and waits until it answers.
  static String start(String program) {
    try {
      Path folder = Files.createTempDirectory("mongod");
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  program,
                  "--bind_ip",
                  "127.0.0.1",
                  "--port",
                  String.valueOf(port),
                  "--nounixsocket",
                  "--wiredTigerCacheSizeGB",
                  "0.25",
                  "--dbpath",
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("mongod.out").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      String uri = "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=30000";
      try (MongoClient client = MongoClients.create(uri)) {
        client.getDatabase("admin").runCommand(new Document("ping", 1));
      }
      return uri;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
