package org.openletter.platform;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Map;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.security.ServiceSecurity;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The smallest service there can be.
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableFeignClients
class FixtureApplication {

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(FixtureApplication.class)
        .properties(
            "spring.application.name=comments-service",
            "openletter.mongo.database=fixture",
            "openletter.calls.posts-service.limit=1s",
            "openletter.calls.posts-service.scopes=posts-service.echo")
        .run(arguments);
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, ServiceSecurity security) {
    return security.chain(
        http,
        rules ->
            rules
                .requestMatchers(HttpMethod.GET, "/who")
                .permitAll()
                .requestMatchers("/members")
                .hasRole("member")
                .requestMatchers(HttpMethod.POST, "/texts")
                .permitAll()
                .requestMatchers("/broken")
                .permitAll()
                .requestMatchers("/internal/**")
                .hasAuthority("SCOPE_comments-service.letters"));
  }

  @Bean
  DeclaredIndexes things() {
    return DeclaredIndexes.of(
        "things", new IndexModel(Indexes.ascending("of"), new IndexOptions().name("by-owner")));
  }

  /// Addresses of every kind.
  @RestController
  static class FixtureController {

    @GetMapping("/who")
    Map<String, String> who(Optional<Caller> caller) {
      return Map.of("handle", caller.map(Caller::handle).orElse("nobody"));
    }

    @GetMapping("/members")
    Map<String, String> members(Caller caller) {
      return Map.of("handle", caller.handle());
    }

    @GetMapping("/internal/secret")
    Map<String, String> secret() {
      return Map.of("for", "services");
    }

    @GetMapping("/unlisted")
    Map<String, String> unlisted() {
      return Map.of("seen", "never");
    }

    @GetMapping("/broken")
    Map<String, String> broken() {
      throw new IllegalStateException("a secret of org.openletter at mongodb://10.0.0.1");
    }

    @PostMapping("/texts")
    Text text(@RequestBody Text text) {
      return text;
    }
  }

  /// A body.
  record Text(String text, int times) {}
}
