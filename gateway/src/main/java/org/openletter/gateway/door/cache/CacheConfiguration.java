package org.openletter.gateway.door.cache;

import java.time.Clock;
import java.util.List;
import org.openletter.gateway.door.access.PageAccess;
import org.openletter.gateway.door.session.SessionCookie;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts the cache before the limits, the session and the security chain.
@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

  @Bean
  PageStore pageStore(CacheSettings settings, List<KeptElsewhere> elsewhere) {
    return new PageStore(settings.bytes(), elsewhere);
  }

  @Bean
  FilterRegistrationBean<PageCache> pageCache(
      SessionCookie cookie,
      PageAccess pages,
      CacheSettings settings,
      Clock clock,
      PageStore store) {
    FilterRegistrationBean<PageCache> filter =
        new FilterRegistrationBean<>(
            new PageCache(cookie, pages::sameForStrangers, settings, clock, store));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
    return filter;
  }
}
