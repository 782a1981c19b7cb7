package org.openletter.profiles.session;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.net.URI;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.session.SessionStore;
import org.openletter.platform.session.SignInSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The cookie `id` and the indexes of the sessions.
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties(SignInSettings.class)
class SessionSetup {

  @Bean
  CookieSerializer cookie(@Value("${openletter.origin}") URI origin) {
    boolean https = "https".equals(origin.getScheme());
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(https ? "__Host-id" : "id");
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(https);
    cookie.setSameSite("Lax");
    // Gone with the browser; what keeps a person signed in longer is the session at the gateway.
    cookie.setCookieMaxAge(-1);
    return cookie;
  }

  // New names: where sessions of before 2026-12 are stored, "expired" and "account" are other
  // indexes, and "expired" still removes those sessions.
  @Bean
  DeclaredIndexes sessionIndexes() {
    return DeclaredIndexes.of(
        SessionStore.COLLECTION,
        new IndexModel(
            Indexes.ascending(StoredSessions.ACCOUNT), new IndexOptions().name("signed-in")),
        SessionStore.index("ended"));
  }
}
