package org.openletter.comments.schedule;

import org.openletter.platform.worker.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DueSetup {

  @Bean
  Worker dueWorker(DoWhatIsDue work, WorkSettings settings) {
    return Worker.of("what is due about responses", settings.duePause(), work::doOnce);
  }
}
