package org.openletter.embedded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openletter.embedded.log.DamagedLog;
import org.openletter.embedded.refusal.CannotOpen;
import org.openletter.embedded.refusal.Reason;

/// The server as a process of its own, until it gets SIGTERM.
public final class EmbeddedMongoProcess {

  private static final int CANNOT_START = 1;
  private static final int BROKEN = 3;
  private static final int WRONG_ARGUMENTS = 64;

  private EmbeddedMongoProcess() {}

  /// `--data DIR --port N`, and `--bind` with nothing but the loopback address.
  public static void main(String[] args) throws InterruptedException {
    Map<String, String> options = options(args);
    String bind = options.getOrDefault("--bind", "127.0.0.1");
    String data = options.get("--data");
    String port = options.get("--port");
    if (data == null || port == null || !port.matches("\\d{1,5}")) {
      stop(WRONG_ARGUMENTS, "Usage: EmbeddedMongoProcess --data DIR --port N");
    } else if (!isLoopback(bind)) {
      stop(
          WRONG_ARGUMENTS,
          "The embedded server has one user and does not encrypt, so it listens on 127.0.0.1 only"
              + " and not on "
              + bind
              + ".");
    } else {
      run(Path.of(data), Integer.parseInt(port));
    }
  }

  private static void run(Path data, int port) throws InterruptedException {
    EmbeddedMongo mongo;
    try {
      mongo = EmbeddedMongo.onDisk(data, port);
    } catch (CannotOpen | DamagedLog e) {
      stop(CANNOT_START, String.valueOf(e.getMessage()));
      return;
    }
    Thread hook = new Thread(mongo::close, "embedded-mongo-close");
    Runtime.getRuntime().addShutdownHook(hook);
    System.out.println("embedded-mongo ready on 127.0.0.1:" + mongo.port() + ", data in " + data);
    while (mongo.broken() == null) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    // What was acknowledged is in the redo log: a new start has all of it.
    System.err.println("The embedded server has to be started again: " + Reason.of(mongo.broken()));
    Runtime.getRuntime().halt(BROKEN);
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    return options;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // A name nobody knows is not this machine.
    }
  }

  private static void stop(int status, String sentence) {
    System.err.println(sentence);
    System.exit(status);
  }
}
