package org.openletter.gateway.door.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.session.SessionStore;
import org.openletter.platform.session.SignInSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import tools.jackson.databind.json.JsonMapper;

/// Wires the sessions and their cookie.
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties(SignInSettings.class)
class SessionConfiguration {

  // The last access is written at most this often, so that reading does not mean writing.
  private static final Duration ACCESS_STEP = Duration.ofMinutes(1);

  @Bean
  Seal seal(Secrets secrets) {
    return new Seal(secrets.read("session.key"));
  }

  @Bean
  Contents sessionContents(List<Kept<?>> declared, Seal seal, JsonMapper json) {
    return new Contents(declared, seal, json);
  }

  @Bean
  SessionStore sessionRepository(
      MongoDatabase database, Contents contents, SignInSettings settings, Clock clock) {
    return new SessionStore(
        collection(database),
        contents,
        new SessionStore.Timing(settings.stranger(), ACCESS_STEP),
        RefreshLease.NONE,
        clock);
  }

  @Bean
  RefreshLease refreshLease(MongoDatabase database, Contents contents, Clock clock) {
    return new RefreshLease(collection(database), contents, clock);
  }

  @Bean
  DeclaredIndexes sessionIndexes() {
    return DeclaredIndexes.of(SessionStore.COLLECTION, SessionStore.index("expired"));
  }

  @Bean
  CookieSerializer cookieSerializer(SessionCookie cookie, SignInSettings settings) {
    DefaultCookieSerializer serializer = new LastingCookie(settings);
    serializer.setCookieName(cookie.name());
    serializer.setUseSecureCookie(cookie.secure());
    serializer.setUseHttpOnlyCookie(true);
    serializer.setSameSite("Lax");
    serializer.setCookiePath("/");
    serializer.setUseBase64Encoding(false);
    return serializer;
  }

  @Bean
  HttpSessionIdResolver sessionIds(CookieSerializer cookie) {
    return new PagesHaveSessions(cookie);
  }

  @Bean
  SessionCookie sessionCookie(@Value("${openletter.origin}") URI origin) {
    return SessionCookie.at(origin);
  }

  private static MongoCollection<Document> collection(MongoDatabase database) {
    return database.getCollection(SessionStore.COLLECTION);
  }
}
