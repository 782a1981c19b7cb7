import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/// Makes the mongod on this port of the loopback address a replica set of one, and waits until it is writable.
/// Run by deploy/lib/mongod.sh with the driver on the class path.
class ReplicaSet {

  private static final int ALREADY_INITIALIZED = 23;

  public static void main(String[] arguments) throws InterruptedException {
    String host = "127.0.0.1:" + arguments[0];
    try (MongoClient client =
        MongoClients.create("mongodb://" + host + "/?directConnection=true&serverSelectionTimeoutMS=10000")) {
      MongoDatabase admin = client.getDatabase("admin");
      try {
        Document member = new Document("_id", 0).append("host", host);
        Document set = new Document("_id", "rs0").append("members", List.of(member));
        admin.runCommand(new Document("replSetInitiate", set));
      } catch (MongoCommandException refused) {
        if (refused.getErrorCode() != ALREADY_INITIALIZED) {
          throw refused;
        }
      }
      for (int tries = 0; tries < 600; tries++) {
        if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
          return;
        }
        Thread.sleep(50);
      }
      throw new IllegalStateException("not writable within 30 s");
    }
  }
}
