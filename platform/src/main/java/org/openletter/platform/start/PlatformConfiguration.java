package org.openletter.platform.start;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.openletter.platform.caller.CallerArgument;
import org.openletter.platform.id.Ids;
import org.openletter.platform.limit.Limits;
import org.openletter.platform.mongo.DatabaseKind;
import org.openletter.platform.outbox.OutboxSettings;
import org.openletter.platform.problem.FailureFilter;
import org.openletter.platform.problem.ProblemAdvice;
import org.openletter.platform.problem.ProblemTrouble;
import org.openletter.platform.problem.TellsTrouble;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.security.PublicOriginFilter;
import org.openletter.platform.status.Backlog;
import org.openletter.platform.status.StatusEndpoint;
import org.openletter.platform.text.Markdown;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// What every service gets without asking: clock, ids, limits, text, problems, callers, body
/// limits, status.
@AutoConfiguration
@EnableConfigurationProperties(OutboxSettings.class)
public class PlatformConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  Ids ids(Clock clock) {
    return new Ids(clock, new SecureRandom());
  }

  @Bean
  @ConditionalOnMissingBean
  Limits limits(Clock clock) {
    return new Limits(clock);
  }

  @Bean
  Markdown markdown() {
    return new Markdown();
  }

  @Bean
  @ConditionalOnMissingBean
  Secrets secrets(@Value("${openletter.secrets}") Path folder) {
    return new Secrets(folder);
  }

  // Several services may share one folder.
  @Bean
  @ConditionalOnProperty("openletter.uploads-folder")
  UploadFolder uploadFolder(
      @Value("${openletter.uploads-folder}") Path folder,
      @Value("${spring.application.name}") String service,
      @Value("${server.port}") int port) {
    return UploadFolder.open(folder, service + "-" + port);
  }

  @Bean
  @ConditionalOnProperty(name = "openletter.problem-advice", matchIfMissing = true)
  ProblemAdvice problemAdvice(@Value("${spring.application.name}") String service) {
    return new ProblemAdvice(service);
  }

  @Bean
  @ConditionalOnMissingBean
  TellsTrouble tellsTrouble(JsonMapper json) {
    return new ProblemTrouble(json);
  }

  // Outside sessions and security, which ask the database too; inside the public origin.
  @Bean
  FilterRegistrationBean<FailureFilter> failures(
      @Value("${spring.application.name}") String service, TellsTrouble trouble) {
    FilterRegistrationBean<FailureFilter> filter =
        new FilterRegistrationBean<>(new FailureFilter(service, trouble));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
    return filter;
  }

  @Bean
  WebMvcConfigurer callers() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }

  // A body says each thing once and in its own type, or it is refused: two readers must not read it
  // two ways.
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return json ->
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(
      @Value("${openletter.max-body}") long limit,
      @Value("${openletter.large-body-paths:}") List<String> largeBodies,
      JsonMapper json) {
    FilterRegistrationBean<BodyLimitFilter> filter =
        new FilterRegistrationBean<>(new BodyLimitFilter(limit, largeBodies, json));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return filter;
  }

  @Bean
  @ConditionalOnProperty("openletter.public-origin-filter")
  FilterRegistrationBean<PublicOriginFilter> publicOrigin(
      @Value("${openletter.origin}") URI origin) {
    FilterRegistrationBean<PublicOriginFilter> filter =
        new FilterRegistrationBean<>(new PublicOriginFilter(origin));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  StatusEndpoint status(
      @Value("${spring.application.name}") String service,
      ObjectProvider<Backlog> backlogs,
      CircuitBreakerRegistry breakers,
      DatabaseKind database) {
    String version = PlatformConfiguration.class.getPackage().getImplementationVersion();
    return new StatusEndpoint(
        service,
        version == null ? "development" : version,
        backlogs.orderedStream().toList(),
        breakers,
        database);
  }
}
