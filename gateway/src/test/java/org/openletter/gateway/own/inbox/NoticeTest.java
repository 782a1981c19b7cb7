package org.openletter.gateway.own.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeTest {

  @Test
  void linksToAPageOfThisSite() {
    assertThat(to("/me/comments").link()).isEqualTo("/me/comments");
  }

  @Test
  void linksNowhereElse() {
    assertThat(
            List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"))
        .allSatisfy(href -> assertThat(to(href).link()).isNull());
    assertThat(to(null).link()).isNull();
  }

  private static Notice to(@Nullable String href) {
    return new Notice("n1", "tomek replied.", null, href, Instant.EPOCH, null);
  }
}
