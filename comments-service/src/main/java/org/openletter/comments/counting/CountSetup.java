package org.openletter.comments.counting;

import org.openletter.comments.background.WorkSettings;
import org.openletter.comments.background.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountSetup {

  @Bean
  Worker countWorker(CountResponses work, WorkSettings settings) {
    return new Worker("responses that are not counted", settings.countPause(), work::countOnce);
  }
}
