package org.openletter.profiles;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.openletter.platform.test.TestHttp;

/// The gateway as this service sees it: a client of the authorization server.
public final class Gateway {

  public static final String REDIRECT = Browser.ORIGIN + "/login/oauth2/code/openletter";

  private final TestHttp http;

  public Gateway(TestHttp http) {
    this.http = http;
  }

  /// One begun sign-in.
  public record Begun(String verifier, String state, Map<String, String> parameters) {

    public String address() {
      return "/id/oauth2/authorize?" + Browser.encode(parameters);
    }

    public Begun with(String name, String value) {
      Map<String, String> changed = new LinkedHashMap<>(parameters);
      changed.put(name, value);
      return new Begun(verifier, state, changed);
    }

    public Begun without(String name) {
      Map<String, String> changed = new LinkedHashMap<>(parameters);
      changed.remove(name);
      return new Begun(verifier, state, changed);
    }
  }

  /// Tokens of one person.
  public record Tokens(String access, String refresh, String id) {}

  public Begun begin() {
    String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    String state = UUID.randomUUID().toString();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", "gateway");
    parameters.put("scope", "openid");
    parameters.put("state", state);
    parameters.put("redirect_uri", REDIRECT);
    parameters.put("nonce", "n-" + state);
    parameters.put("code_challenge", challenge(verifier));
    parameters.put("code_challenge_method", "S256");
    return new Begun(verifier, state, parameters);
  }

  /// The code in the answer of the authorization server.
  public static String code(Browser.Page page) {
    if (!page.location().startsWith(REDIRECT)) {
      throw new AssertionError(page.status() + " to " + page.location() + ": " + page.text());
    }
    for (String parameter : URI.create(page.location()).getRawQuery().split("&", -1)) {
      if (parameter.startsWith("code=")) {
        return parameter.substring("code=".length());
      }
    }
    throw new AssertionError("no code in " + page.location());
  }

  /// Signs somebody in from nothing to tokens.
  public Tokens signIn(Browser browser, String handle, String password) {
    Begun begun = begin();
    Browser.Page login = browser.follow(begun.address());
    Browser.Page back = browser.submit(login, Map.of("handle", handle, "password", password));
    return tokens(redeem(code(browser.follow(back.location())), begun.verifier()));
  }

  public TestHttp.Answer redeem(String code, String verifier) {
    return token(
        "gateway",
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", REDIRECT,
            "code_verifier", verifier));
  }

  public TestHttp.Answer refresh(String refreshToken) {
    return token("gateway", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  public TestHttp.Answer revoke(String token) {
    return ask("/id/oauth2/revoke", "gateway", Map.of("token", token));
  }

  /// Asks the token endpoint as this client, with the secret of the tests.
  public TestHttp.Answer token(String client, Map<String, String> fields) {
    return ask("/id/oauth2/token", client, fields);
  }

  private TestHttp.Answer ask(String address, String client, Map<String, String> fields) {
    String basic = client + ":for-tests-only-" + client;
    return http.send(
        http.request(address, null)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(Browser.encode(fields))));
  }

  /// A service's own token for these scopes.
  public String ownToken(String client, String scopes) {
    return token(client, Map.of("grant_type", "client_credentials", "scope", scopes))
        .text("/access_token");
  }

  public static Tokens tokens(TestHttp.Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return new Tokens(
        answer.text("/access_token"), answer.text("/refresh_token"), answer.text("/id_token"));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
