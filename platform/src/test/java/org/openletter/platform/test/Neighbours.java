package org.openletter.platform.test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/// All neighbours of the service under test, stubbed on one port: each under its own name as the
/// first part of the path, profiles-service under `/profiles-service/id`. Keys, tokens, an empty
/// list of revocations and no name of a letter are always there.
public final class Neighbours {

  private static final WireMockServer SERVER = started();

  private Neighbours() {}

  /// The server, to add stubs to and to ask what arrived.
  public static WireMockServer wireMock() {
    return SERVER;
  }

  /// The address of one neighbour.
  public static String url(String service) {
    return SERVER.baseUrl() + "/" + service + (service.equals("profiles-service") ? "/id" : "");
  }

  /// The answer of one who takes every event that he is told.
  public static ResponseDefinitionBuilder hearsAll() {
    return aResponse().withTransformers(HearsAll.NAME);
  }

  /// Forgets all stubs and requests and puts the constant ones back.
  public static void reset() {
    SERVER.resetAll();
    stubConstants(SERVER);
  }

  private static WireMockServer started() {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .extensions(new HearsAll()));
    server.start();
    stubConstants(server);
    return server;
  }

  private static void stubConstants(WireMockServer server) {
    String id = "/profiles-service/id";
    server.stubFor(get(urlEqualTo(id + "/oauth2/jwks")).willReturn(okJson(Tokens.jwks())));
    server.stubFor(
        post(urlEqualTo(id + "/oauth2/token"))
            .willReturn(
                okJson(
                    "{\"access_token\":\""
                        + Tokens.service("under-test", "any-service.any")
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
    server.stubFor(
        get(urlEqualTo(id + "/internal/revocations"))
            .atPriority(9)
            .willReturn(okJson("{\"subjects\":[]}")));
    server.stubFor(
        post(urlEqualTo("/posts-service/internal/names"))
            .atPriority(9)
            .willReturn(okJson("{\"addressees\":[],\"bylines\":[]}")));
  }
}
