package org.openletter.profiles;

import org.openletter.platform.security.ServiceSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Who may ask for what at the API.
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  private static final String[] ADDRESSES = {
    "/people/**", "/me", "/me/**", "/accounts", "/accounts/**", "/internal/**"
  };

  @Bean
  @Order(2)
  SecurityFilterChain apiChain(HttpSecurity http, ServiceSecurity security) {
    http.securityMatcher(ADDRESSES);
    return security.chain(
        http,
        rules ->
            rules
                .requestMatchers(HttpMethod.GET, "/people/{handle}")
                .permitAll()
                .requestMatchers("/me", "/me/**")
                .access(ServiceSecurity.PERSON)
                .requestMatchers("/accounts", "/accounts/**")
                .hasRole("admin")
                .requestMatchers(HttpMethod.POST, "/internal/notices")
                .hasAuthority("SCOPE_profiles-service.notices")
                .requestMatchers(HttpMethod.GET, "/internal/accounts/{id}")
                .hasAuthority("SCOPE_profiles-service.notices")
                .requestMatchers(HttpMethod.GET, "/internal/revocations")
                .hasAuthority("SCOPE_profiles-service.revocations")
                .requestMatchers(HttpMethod.POST, "/internal/admin-links")
                .hasAuthority("SCOPE_profiles-service.admin-links")
                .requestMatchers(HttpMethod.POST, "/internal/signing-keys")
                .hasAuthority("SCOPE_profiles-service.signing-keys"));
  }
}
