package org.openletter.platform.test;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers a list of events as one who has taken all of them, and anything else with 204.
final class HearsAll implements ResponseDefinitionTransformerV2 {

  static final String NAME = "hears-all";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public ResponseDefinition transform(ServeEvent call) {
    JsonNode body = JSON.readTree(call.getRequest().getBodyAsString());
    if (!body.isArray()) {
      return new ResponseDefinitionBuilder().withStatus(204).build();
    }
    ObjectNode heard = JSON.createObjectNode();
    ArrayNode taken = heard.putArray("taken");
    body.forEach(event -> taken.add(event.path("eventId").asString("")));
    heard.putArray("refused");
    return new ResponseDefinitionBuilder()
        .withStatus(200)
        .withBody(heard.toString())
        .withHeader("Content-Type", "application/json")
        .build();
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public String getName() {
    return NAME;
  }
}
