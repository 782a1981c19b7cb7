package org.openletter.profiles.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.name.Concern;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

class TokenClaimsTest {

  @Test
  void nameNobodyByANameThatWaits() {
    Account rosa = AnAccount.of("rosa").asking("Openletter Moderator", Concern.Like.SITE).build();
    AccountsInMemory accounts = new AccountsInMemory();
    accounts.add(rosa, List.of());
    JwtClaimsSet.Builder claims = JwtClaimsSet.builder().subject(rosa.id());

    new TokenClaims(accounts, Clock.systemUTC())
        .customize(
            JwtEncodingContext.with(JwsHeader.with(SignatureAlgorithm.RS256), claims)
                .principal(
                    UsernamePasswordAuthenticationToken.authenticated(rosa.id(), null, List.of()))
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .build());

    assertThat(claims.build().getClaims()).containsEntry("name", "rosa");
  }
}
