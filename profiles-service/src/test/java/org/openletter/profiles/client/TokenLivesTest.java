package org.openletter.profiles.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TokenLivesTest {

  // Settings of before, when there was none for services.
  @ParameterizedTest
  @CsvSource({"1m,10m", "5m,10m", "7m,14m", "8m,16m", "15m,30m", "1h,2h"})
  void thoseOfServicesFollowThoseOfPeople(String access, String service) {
    TokenLives lives = lives(Map.of("access", access));

    assertThat(lives.ofServices()).isEqualTo(lives(Map.of("service", service)).ofServices());
    assertThat(lives.ofServices().multipliedBy(4).dividedBy(5))
        .isGreaterThanOrEqualTo(lives.access().plusMinutes(1));
  }

  @Test
  void areTenMinutesWithoutAnySetting() {
    TokenLives lives = lives(Map.of());

    assertThat(lives.ofServices()).isEqualTo(Duration.ofMinutes(10));
    assertThat(lives.access()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void areRefusedWithWhatToDoWhenTheyAreTooShort() {
    assertThatThrownBy(() -> lives(Map.of("access", "15m", "service", "10m")))
        .rootCause()
        .hasMessageStartingWith("openletter.tokens.service must be longer, at least 1200s:");
    assertThat(lives(Map.of("access", "15m", "service", "1200s")).ofServices())
        .isEqualTo(Duration.ofMinutes(20));
  }

  private static TokenLives lives(Map<String, String> settings) {
    Map<String, String> named = new HashMap<>();
    settings.forEach((name, value) -> named.put("openletter.tokens." + name, value));
    return new Binder(new MapConfigurationPropertySource(named))
        .bindOrCreate("openletter.tokens", TokenLives.class);
  }
}
