package org.openletter.embedded.access;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets a connection do nothing but prove that it knows the password, until it has.
public final class Access {

  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;
  private static final int CONVERSATION = 1;

  /// What a driver asks before it has proved anything; lower case, as drivers differ.
  private static final Set<String> OPEN_TO_ALL =
      Set.of("hello", "ismaster", "ping", "buildinfo", "saslstart", "saslcontinue");

  private static final AttributeKey<Scram> TRY = AttributeKey.valueOf("scram");
  private static final AttributeKey<Boolean> PROVEN = AttributeKey.valueOf("proven");

  private final @Nullable ScramKeys keys;

  private Access(@Nullable ScramKeys keys) {
    this.keys = keys;
  }

  /// Everybody may do everything: only for a server inside the process that uses it.
  public static Access toAll() {
    return new Access(null);
  }

  /// Those who know the password may do everything.
  public static Access with(Password password) {
    return new Access(ScramKeys.of(password));
  }

  /// Whether a connection may do more than prove who it is.
  public boolean isGiven(Channel channel) {
    return keys == null || Boolean.TRUE.equals(channel.attr(PROVEN).get());
  }

  /// Refuses a command, by the name the client wrote, as MongoDB does.
  public void require(@Nullable Channel channel, String command) {
    if (channel != null
        && !isGiven(channel)
        && !OPEN_TO_ALL.contains(command.toLowerCase(Locale.ROOT))) {
      throw new MongoServerError(
          UNAUTHORIZED, "Unauthorized", "Command " + command + " requires authentication");
    }
  }

  /// Adds to the answer of `hello` what the client asked about signing in.
  public void greet(@Nullable Channel channel, Document hello, Document reply) {
    if (hello.containsKey("saslSupportedMechs")) {
      reply.put("saslSupportedMechs", List.of(Scram.MECHANISM));
    }
    if (channel != null && hello.get("speculativeAuthenticate") instanceof Document first) {
      try {
        reply.put("speculativeAuthenticate", start(channel, first));
      } catch (MongoServerError e) {
        // It was a guess of the client. Without an answer it begins again, and is told.
      }
    }
  }

  /// The first message of a client.
  public Document start(@Nullable Channel channel, Document command) {
    if (keys == null || channel == null || !Scram.MECHANISM.equals(command.get("mechanism"))) {
      throw failed();
    }
    boolean withEmptyEnd =
        !(command.get("options") instanceof Document options
            && Boolean.TRUE.equals(options.get("skipEmptyExchange")));
    Scram started = Scram.begin(keys, payload(command), withEmptyEnd);
    channel.attr(PROVEN).set(false);
    channel.attr(TRY).set(started);
    if (started == null) {
      throw failed();
    }
    return reply(false, started.serverFirst());
  }

  /// The message with the proof, or an empty one after it.
  public Document proceed(@Nullable Channel channel, Document command) {
    Scram running = channel == null ? null : channel.attr(TRY).get();
    if (channel == null || running == null) {
      throw failed();
    }
    if (running.isProven()) {
      channel.attr(TRY).set(null);
      channel.attr(PROVEN).set(true);
      return reply(true, new byte[0]);
    }
    byte[] answer = running.proved(payload(command));
    if (answer == null) {
      channel.attr(TRY).set(null);
      throw failed();
    }
    if (!running.isWithEmptyEnd()) {
      channel.attr(TRY).set(null);
      channel.attr(PROVEN).set(true);
    }
    return reply(!running.isWithEmptyEnd(), answer);
  }

  private static byte[] payload(Document command) {
    return command.get("payload") instanceof BinData payload ? payload.getData() : new byte[0];
  }

  private static Document reply(boolean done, byte[] payload) {
    return new Document("conversationId", CONVERSATION)
        .append("done", done)
        .append("payload", new BinData(payload))
        .append("ok", 1.0);
  }

  private static MongoServerError failed() {
    return new MongoServerError(
        AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
  }
}
