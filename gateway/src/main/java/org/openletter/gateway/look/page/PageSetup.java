package org.openletter.gateway.look.page;

import org.openletter.templates.gateway.StaticTemplates;
import org.openletter.templates.gateway.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The templates as one bean: a method for each file below `src/main/jte`, checked by the compiler.
@Configuration(proxyBeanMethods = false)
class PageSetup {

  @Bean
  Templates templates() {
    return new StaticTemplates();
  }
}
