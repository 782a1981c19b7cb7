package org.openletter.moderation;

import org.openletter.platform.security.ServiceSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Who may ask for what. Texts come only from services, statements are read only by people, also by
/// those who wait for staff and have no role.
@Configuration
class ModerationSecurity {

  @Bean
  SecurityFilterChain chain(HttpSecurity http, ServiceSecurity security) {
    return security.chain(
        http,
        rules ->
            rules
                .requestMatchers(
                    HttpMethod.POST, "/internal/screenings", "/internal/screenings/batch")
                .hasAuthority("SCOPE_moderation-service.screen")
                .requestMatchers(HttpMethod.POST, "/internal/events")
                .hasAuthority("SCOPE_moderation-service.events")
                .requestMatchers(HttpMethod.GET, "/statements", "/statements/*")
                .access(ServiceSecurity.PERSON));
  }
}
