package org.openletter.profiles.author;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.outbox.OutboxRelay;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.platform.outbox.Receiver;
import org.openletter.profiles.account.AccountEvent;
import org.openletter.profiles.notice.News;
import org.openletter.profiles.notice.Notices;
import org.openletter.profiles.notice.Worded;
import org.openletter.profiles.people.CompareName;
import org.openletter.profiles.people.TellAdmins;
import org.openletter.profiles.signout.EndSignIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who carries out what has to happen after an account was changed, until it has happened. A name
/// that a neighbour cannot hear of yet keeps no notice from its owner.
@Configuration(proxyBeanMethods = false)
class AfterAccountChanges {

  private static final String COMMENTS = "comments-service";

  private static final String POSTS = "posts-service";

  private static final String ITSELF = "profiles-service";

  @Bean
  OutboxRelay accountRelay(
      MongoDatabase database, List<Receiver> receivers, Clock clock, OutboxSettings settings) {
    return new OutboxRelay(
        "Names and sign-outs to pass on",
        database.getCollection("accounts"),
        List.of("_id"),
        AccountEvent.class,
        receivers,
        clock,
        settings);
  }

  @Bean
  Receiver namesForComments(CommentsClient comments) {
    return Receiver.ofMany(
        AccountEvent.NAME_FOR_COMMENTS, COMMENTS, events -> comments.renamed(renamed(events)));
  }

  @Bean
  Receiver namesForPosts(PostsClient posts) {
    return Receiver.ofMany(
        AccountEvent.NAME_FOR_POSTS, POSTS, events -> posts.renamed(renamed(events)));
  }

  @Bean
  Receiver namesToCompare(CompareName compareName) {
    return Receiver.ofEach(
        AccountEvent.NAME_TO_COMPARE, POSTS, event -> compareName.compare(account(event)));
  }

  @Bean
  Receiver namesThatWait(TellAdmins tellAdmins) {
    return Receiver.ofEach(
        AccountEvent.NAME_WAITS,
        ITSELF,
        event -> tellAdmins.tell(event.id(), account(event), event.at()));
  }

  @Bean
  Receiver signOuts(EndSignIns endSignIns) {
    return Receiver.ofEach(
        AccountEvent.SIGNED_OUT,
        ITSELF,
        event ->
            endSignIns.end(
                account(event),
                event.body().getDate("before").toInstant(),
                event.body().getString("except")));
  }

  @Bean
  Receiver ownNotices(Notices notices) {
    return Receiver.ofEach(AccountEvent.TOLD, ITSELF, event -> notices.tell(news(event)));
  }

  private static List<Renamed> renamed(List<OutboxEvent> events) {
    return events.stream().map(Renamed::of).toList();
  }

  private static String account(OutboxEvent event) {
    return event.body().getString("account");
  }

  private static News news(OutboxEvent event) {
    Document body = event.body();
    return new News(
        event.id(),
        account(event),
        body.getString("kind"),
        null,
        Worded.parameters(body),
        event.at());
  }
}
