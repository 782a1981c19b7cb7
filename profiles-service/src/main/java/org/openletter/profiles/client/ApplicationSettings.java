package org.openletter.profiles.client;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The applications that may ask for tokens, by their client id. Their secrets are the files
/// `<client id>.secret` of the secrets folder.
@ConfigurationProperties("openletter")
record ApplicationSettings(@DefaultValue Map<String, Application> clients) {

  /// One application.
  ///
  /// @param signIn whether people sign in through it
  /// @param scopes what it may do on its own, each as `<service>.<what>`
  record Application(@DefaultValue("false") boolean signIn, @DefaultValue List<String> scopes) {}
}
