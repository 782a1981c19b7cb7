package org.openletter.gateway.door.guard;

import java.net.URI;
import java.util.List;
import org.openletter.gateway.door.error.Troubles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Puts the guards in their order: the public origin (platform), paths, the one address of a page,
/// lengths (platform), where a form came from, then limits, cache, session and the security chain.
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOnEveryAnswer(
      @Value("${openletter.origin}") URI origin) {
    return factory -> {
      factory.addEngineValves(new AnswerHeaders(origin));
      // Added after Boot's own, so it speaks first.
      factory.addContextCustomizers(
          context -> context.getParent().getPipeline().addValve(new PlainRefusal()));
    };
  }

  /// Headers in any alphabet are no reason to refuse a person: a cookie that another site on the
  /// same host left cannot be got rid of here. Line breaks never get this far.
  @Bean
  StrictHttpFirewall headersInAnyAlphabet() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderValues(_ -> true);
    return firewall;
  }

  @Bean
  FilterRegistrationBean<PathGuard> pathGuard(
      Troubles troubles,
      @Value("${openletter.max-body}") long largest,
      @Value("${openletter.large-body-paths}") List<String> largeBodies) {
    FilterRegistrationBean<PathGuard> filter =
        new FilterRegistrationBean<>(new PathGuard(troubles, largest, largeBodies));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  @Bean
  FilterRegistrationBean<OneAddress> oneAddress() {
    FilterRegistrationBean<OneAddress> filter = new FilterRegistrationBean<>(new OneAddress());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 12);
    return filter;
  }

  @Bean
  FilterRegistrationBean<SameOrigin> sameOrigin(
      @Value("${openletter.origin}") String origin, Troubles troubles) {
    FilterRegistrationBean<SameOrigin> filter =
        new FilterRegistrationBean<>(new SameOrigin(origin, troubles));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 25);
    return filter;
  }
}
