package org.openletter.comments;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.openletter.platform.security.ServiceSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Who may knock at which address. What a person may do behind it is decided by ownership, there.
@Configuration(proxyBeanMethods = false)
class CommentsSecurity {

  private static final String COMMENT = "/letters/*/comments/*";

  @Bean
  SecurityFilterChain addresses(HttpSecurity http, ServiceSecurity security) {
    return security.chain(
        http,
        rules ->
            rules
                .requestMatchers(
                    GET, "/letters/*/comments", COMMENT, COMMENT + "/replies", "/threads")
                .permitAll()
                // Taking one's own words back and reading them needs no role: also a paused account
                // may.
                .requestMatchers(GET, "/comments/mine")
                .authenticated()
                .requestMatchers(DELETE, COMMENT)
                .authenticated()
                .requestMatchers(POST, "/letters/*/comments")
                .hasRole("member")
                .requestMatchers(PUT, COMMENT, COMMENT + "/decision", "/letters/*/thread")
                .hasRole("member")
                .requestMatchers(DELETE, COMMENT + "/decision")
                .hasRole("member")
                .requestMatchers(GET, "/letters/*/thread", "/queue", "/queue/count")
                .hasRole("member")
                .requestMatchers(GET, "/internal/gone")
                .hasAuthority("SCOPE_comments-service.threads")
                .requestMatchers(PUT, "/internal/letters")
                .hasAuthority("SCOPE_comments-service.letters")
                .requestMatchers(PUT, "/internal/letters/*/imports")
                .hasAuthority("SCOPE_comments-service.imports")
                .requestMatchers(PUT, "/internal/authors")
                .hasAuthority("SCOPE_comments-service.authors"));
  }
}
