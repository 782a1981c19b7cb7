package org.openletter.profiles.author;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.OutboxRelay;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.notice.News;
import org.openletter.profiles.notice.Notices;
import org.openletter.profiles.people.CompareName;
import org.openletter.profiles.people.TellAdmins;
import org.openletter.profiles.signout.EndSignIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Carries out what has to happen after an account was changed, until it has happened.
@Configuration(proxyBeanMethods = false)
class AfterAccountChanges {

  private final CommentsClient comments;
  private final PostsClient posts;
  private final EndSignIns endSignIns;
  private final Notices notices;
  private final TellAdmins tellAdmins;
  private final CompareName compareName;

  AfterAccountChanges(
      CommentsClient comments,
      PostsClient posts,
      EndSignIns endSignIns,
      Notices notices,
      TellAdmins tellAdmins,
      CompareName compareName) {
    this.comments = comments;
    this.posts = posts;
    this.endSignIns = endSignIns;
    this.notices = notices;
    this.tellAdmins = tellAdmins;
    this.compareName = compareName;
  }

  @Bean
  OutboxRelay accountRelay(MongoDatabase database, Clock clock, OutboxSettings settings) {
    return new OutboxRelay(
        "Names and sign-outs to pass on",
        database.getCollection("accounts"),
        List.of("_id"),
        AfterAccountChanges::receiver,
        this::carryOut,
        clock,
        settings);
  }

  // A name that a neighbour cannot hear of yet keeps no notice from its owner.
  private static String receiver(OutboxEvent event) {
    return switch (event.kind()) {
      case AccountEvents.NAME_FOR_COMMENTS -> "comments-service";
      case AccountEvents.NAME_FOR_POSTS, AccountEvents.NAME_TO_COMPARE -> "posts-service";
      default -> "profiles-service";
    };
  }

  private void carryOut(OutboxEvent event) {
    Document body = event.body();
    String account = body.getString("account");
    switch (event.kind()) {
      case AccountEvents.NAME_FOR_COMMENTS -> comments.rename(account, renamed(event));
      case AccountEvents.NAME_FOR_POSTS -> posts.rename(account, renamed(event));
      case AccountEvents.NAME_WAITS -> tellAdmins.tell(event.id(), account, event.at());
      case AccountEvents.NAME_TO_COMPARE -> compareName.compare(account);
      case AccountEvents.SIGNED_OUT ->
          endSignIns.end(account, body.getDate("before").toInstant(), body.getString("except"));
      case AccountEvents.TOLD ->
          notices.tell(
              new News(
                  event.id(),
                  account,
                  body.getString("kind"),
                  null,
                  body.getString("sentence"),
                  null,
                  null,
                  body.getString("href"),
                  event.at()));
      default -> throw new IllegalStateException("nobody knows what to do with " + event.kind());
    }
  }

  private static Renamed renamed(OutboxEvent event) {
    return new Renamed(
        event.id(), event.body().getString("handle"), event.body().getString("name"));
  }
}
