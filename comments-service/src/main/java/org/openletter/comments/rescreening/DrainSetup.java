package org.openletter.comments.rescreening;

import org.openletter.comments.schedule.WorkSettings;
import org.openletter.platform.worker.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DrainSetup {

  @Bean
  Worker drainWorker(DrainUnscreened work, WorkSettings settings) {
    return Worker.of("responses that wait to be checked", settings.drainPause(), work::drainOnce);
  }
}
