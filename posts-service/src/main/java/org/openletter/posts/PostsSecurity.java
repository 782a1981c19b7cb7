package org.openletter.posts;

import org.openletter.platform.security.ServiceSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Who may ask for what. Whose letter it is, the use cases look after.
@Configuration
class PostsSecurity {

  @Bean
  SecurityFilterChain chain(HttpSecurity http, ServiceSecurity security) {
    return security.chain(
        http,
        rules ->
            rules
                .requestMatchers(
                    "/letters/mine",
                    "/letters/preview",
                    "/letters/*/draft",
                    "/letters/*/publication",
                    "/letters/*/versions",
                    "/letters/*/versions/**",
                    "/imports",
                    "/imports/**")
                .hasRole("member")
                .requestMatchers(HttpMethod.GET, "/letters", "/letters/*")
                .permitAll()
                .requestMatchers("/letters", "/letters/*")
                .hasRole("member")
                .requestMatchers(HttpMethod.GET, "/internal/letters/*")
                .hasAuthority("SCOPE_posts-service.letters")
                .requestMatchers(HttpMethod.POST, "/internal/names")
                .hasAuthority("SCOPE_posts-service.names")
                .requestMatchers(HttpMethod.PUT, "/internal/authors")
                .hasAuthority("SCOPE_posts-service.authors"));
  }
}
