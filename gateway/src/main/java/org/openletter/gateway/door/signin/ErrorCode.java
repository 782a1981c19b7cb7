package org.openletter.gateway.door.signin;

import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;

/// What a log says of a refusal by the authorization server: a code of the protocol or of the
/// library. Anything else may be what somebody put into an address.
final class ErrorCode {

  private static final Set<String> KNOWN =
      Set.of(
          "access_denied",
          "authorization_request_not_found",
          "client_registration_not_found",
          "insufficient_scope",
          "interaction_required",
          "invalid_client",
          "invalid_grant",
          "invalid_id_token",
          "invalid_nonce",
          "invalid_redirect_uri",
          "invalid_request",
          "invalid_scope",
          "invalid_state_parameter",
          "invalid_token",
          "invalid_token_response",
          "invalid_user_info_response",
          "login_required",
          "missing_signature_verifier",
          "server_error",
          "temporarily_unavailable",
          "unauthorized_client",
          "unsupported_grant_type",
          "unsupported_response_type");

  private ErrorCode() {}

  static String of(OAuth2Error error) {
    return KNOWN.contains(error.getErrorCode()) ? error.getErrorCode() : "an unknown code";
  }
}
