package org.openletter.gateway.admin;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Knows where the services answer about themselves: on the host of their address, so many ports
/// higher (`openletter.management-offset`), unless a `management-url` says otherwise.
@Component
class ManagementPorts {

  private static final int USUAL_OFFSET = 1000;

  private final Environment settings;

  ManagementPorts(Environment settings) {
    this.settings = settings;
  }

  /// The address of a service's management port.
  URI of(String service) {
    String named = settings.getProperty("openletter." + service + ".management-url");
    if (named != null) {
      return URI.create(named);
    }
    URI address = URI.create(settings.getRequiredProperty("openletter." + service + ".url"));
    int offset = settings.getProperty("openletter.management-offset", Integer.class, USUAL_OFFSET);
    return UriComponentsBuilder.newInstance()
        .scheme(address.getScheme())
        .host(address.getHost())
        .port(address.getPort() + offset)
        .build()
        .toUri();
  }
}
