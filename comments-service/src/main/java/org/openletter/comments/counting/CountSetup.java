package org.openletter.comments.counting;

import org.openletter.comments.schedule.WorkSettings;
import org.openletter.platform.worker.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountSetup {

  @Bean
  Worker countWorker(CountResponses work, WorkSettings settings) {
    return Worker.of("responses that are not counted", settings.countPause(), work::countOnce);
  }
}
