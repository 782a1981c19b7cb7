package org.openletter.profiles.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.json.JsonParseException;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.session.StoredSession;
import org.openletter.profiles.key.KeyBox;
import org.springframework.stereotype.Component;

/// The sessions of people who are not signed in. They are kept in the cookie itself, locked, and
/// nowhere else: whoever only opens the sign-in page, a thousand times if he likes, costs no write.
/// All that is in there is the token of a form.
@Component
class StrangersSessions {

  private static final String MARK = "~";

  private static final String PLACE = "stranger";

  private static final int LONGEST = 2000;

  private final KeyBox box;
  private final Clock clock;

  StrangersSessions(Secrets secrets, Clock clock) {
    this.box = new KeyBox("strangers' sessions", secrets.read("signing.key"));
    this.clock = clock;
  }

  /// Whether this id is a session rather than the name of one.
  static boolean is(String id) {
    return id.startsWith(MARK);
  }

  /// The id that is this session.
  String id(StoredSession session) {
    Document content =
        new Document("created", Date.from(session.getCreationTime()))
            .append("last", Date.from(session.getLastAccessedTime()))
            .append("idle", session.getMaxInactiveInterval().toSeconds())
            .append("words", new Document(session.all()));
    return MARK
        + Base64.getUrlEncoder().withoutPadding().encodeToString(box.lock(PLACE, content.toJson()));
  }

  /// The session that this id is; empty when it is none of ours.
  Optional<StoredSession> open(String id) {
    if (id.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] locked = Base64.getUrlDecoder().decode(id.substring(MARK.length()));
      return box.open(PLACE, locked).map(content -> read(id, Document.parse(content)));
    } catch (IllegalArgumentException | JsonParseException notOurs) {
      return Optional.empty();
    }
  }

  private StoredSession read(String id, Document content) {
    return StoredSession.carried(
        new Words(),
        clock,
        id,
        content.getDate("created").toInstant(),
        content.getDate("last").toInstant(),
        Duration.ofSeconds(content.get("idle", Number.class).longValue()),
        content.get("words", new Document()));
  }
}
