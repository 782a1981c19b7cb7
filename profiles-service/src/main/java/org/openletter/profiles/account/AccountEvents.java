package org.openletter.profiles.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.profiles.name.Concern;
import org.springframework.stereotype.Component;

/// What has to happen elsewhere after an account was changed; kept in the account until it did.
@Component
public class AccountEvents {

  private static final Duration COMPARE_AGAIN = Duration.ofSeconds(10);

  private final Ids ids;

  AccountEvents(Ids ids) {
    this.ids = ids;
  }

  /// The name is another one now.
  public List<OutboxEvent> renamed(Account account, Instant at) {
    return List.of(
        event(AccountEvent.NAME_FOR_COMMENTS, names(account), at),
        event(AccountEvent.NAME_FOR_POSTS, names(account), at));
  }

  /// A name waits: for an admin, or first for an answer of posts-service.
  public OutboxEvent waits(String account, Concern concern, Instant at) {
    Document body = new Document("account", account);
    return concern.like() == Concern.Like.UNKNOWN
        ? event(AccountEvent.NAME_TO_COMPARE, body, at.plus(COMPARE_AGAIN))
        : event(AccountEvent.NAME_WAITS, body, at);
  }

  /// Sessions and refresh tokens from before this instant end, but for one family of tokens.
  public OutboxEvent signedOut(Account account, @Nullable String exceptAuthorization, Instant at) {
    Document body = new Document("account", account.id()).append("before", Date.from(at));
    return event(AccountEvent.SIGNED_OUT, body.append("except", exceptAuthorization), at);
  }

  /// A notice in her own inbox.
  public OutboxEvent told(
      Account account, String kind, Map<String, String> parameters, Instant at) {
    return event(
        AccountEvent.TOLD,
        new Document("account", account.id())
            .append("kind", kind)
            .append("parameters", new Document(Map.copyOf(parameters))),
        at);
  }

  private OutboxEvent event(AccountEvent kind, Document body, Instant at) {
    return new OutboxEvent(ids.uuid7(), kind, body, at);
  }

  private static Document names(Account account) {
    return new Document("account", account.id())
        .append("handle", account.handle().value())
        .append("name", account.name());
  }
}
