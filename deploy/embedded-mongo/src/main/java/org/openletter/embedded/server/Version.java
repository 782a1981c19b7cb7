package org.openletter.embedded.server;

import de.bwaldvogel.mongo.MongoVersion;
import java.util.List;

/// The MongoDB version that clients are told: they only talk to servers they think are new enough.
final class Version implements MongoVersion {

  /// The wire version of MongoDB 7.0. Driver 5.8 wants at least 8, and the next drivers more.
  private static final int WIRE_VERSION = 21;

  @Override
  public List<Integer> getVersionArray() {
    return List.of(7, 0, 0);
  }

  @Override
  public int getWireVersion() {
    return WIRE_VERSION;
  }
}
