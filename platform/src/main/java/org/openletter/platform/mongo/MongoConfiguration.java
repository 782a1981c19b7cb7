package org.openletter.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;

/// Connects to `openletter.mongo.uri`, the same way in every mode, and makes the declared indexes.
@AutoConfiguration(before = MongoAutoConfiguration.class)
@EnableConfigurationProperties(MongoSettings.class)
public class MongoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  MongoConnectionDetails mongoServer(MongoSettings settings) {
    ConnectionString uri = new ConnectionString(settings.uri());
    return () -> uri;
  }

  // A page is waited for 2 s: by then it must say that the database does not answer. A first try
  // that fails in the middle is made again once, which costs a second selection.
  @Bean
  MongoClientSettingsBuilderCustomizer durableAndImpatient() {
    return settings ->
        settings
            .writeConcern(WriteConcern.MAJORITY)
            .retryWrites(true)
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(800, TimeUnit.MILLISECONDS))
            .applyToSocketSettings(
                s -> s.connectTimeout(800, TimeUnit.MILLISECONDS).readTimeout(15, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(
                p -> p.maxSize(50).maxWaitTime(1200, TimeUnit.MILLISECONDS));
  }

  @Bean
  @ConditionalOnMissingBean
  MongoDatabase database(MongoClient client, MongoSettings settings) {
    return client.getDatabase(settings.database());
  }

  @Bean
  IndexMaker indexMaker(MongoDatabase database, ObjectProvider<DeclaredIndexes> declared) {
    return new IndexMaker(database, declared.orderedStream().toList());
  }

  @Bean
  DatabaseKind databaseKind(MongoDatabase database) {
    return new DatabaseKind(database);
  }
}
