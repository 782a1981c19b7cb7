package org.openletter.gateway.door.limit;

import org.openletter.gateway.door.error.Troubles;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts the limits behind the cache and before the session.
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  @Bean
  FilterRegistrationBean<AddressLimitFilter> addressLimitFilter(
      AddressLimits limits, Troubles troubles) {
    FilterRegistrationBean<AddressLimitFilter> filter =
        new FilterRegistrationBean<>(new AddressLimitFilter(limits, troubles));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 45);
    return filter;
  }
}
