package org.openletter.gateway.door.draft;

import org.openletter.gateway.door.session.Kept;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Declares what sessions keep of drafts.
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

  @Bean
  Kept<ParkedDrafts> parkedDrafts() {
    return new Kept<>("parked-drafts", ParkedDrafts.class);
  }

  // It has its place in the security chain; the container must not put it anywhere else.
  @Bean
  FilterRegistrationBean<StrangersForms> notTwice(StrangersForms filter) {
    FilterRegistrationBean<StrangersForms> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }
}
