package org.openletter.embedded.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;

/// Whoever answers the commands.
public interface Commands {

  /// The answer, also when it is that the command failed.
  Document answer(Channel channel, String database, Document command);

  /// How a failure is told to a client.
  Document problem(MongoServerException failure);

  /// Whether a connection gave the password, or needs none.
  boolean isTrusted(Channel channel);

  /// A connection ended.
  void gone(Channel channel);
}
