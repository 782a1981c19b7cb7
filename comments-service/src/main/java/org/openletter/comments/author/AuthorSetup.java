package org.openletter.comments.author;

import org.openletter.comments.schedule.WorkSettings;
import org.openletter.platform.worker.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuthorSetup {

  @Bean
  Worker renameWorker(RenameAuthors work, WorkSettings settings) {
    return Worker.of("authors that were renamed", settings.renamePause(), work::renameOnce);
  }
}
