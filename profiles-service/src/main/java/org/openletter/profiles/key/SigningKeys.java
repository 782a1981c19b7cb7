package org.openletter.profiles.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.key.StoredKeys.StoredKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The keys that tokens are signed and checked with. The newest one signs; older ones stay
/// published until every token they signed has ended. Instances agree because all of them read the
/// same keys: whoever is asked for the published ones looks into the database, and each signs with
/// the newest it has seen.
@Component
public class SigningKeys {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

  // Services ask once in five minutes and for unknown keys; a flood of questions must not become a
  // flood of reads.
  private static final Duration PUBLISHED_CACHE = Duration.ofSeconds(1);

  private final StoredKeys stored;
  private final KeySettings settings;
  private final Clock clock;

  private volatile @Nullable Loaded loaded;

  SigningKeys(StoredKeys stored, KeySettings settings, Clock clock) {
    this.stored = stored;
    this.settings = settings;
    this.clock = clock;
  }

  /// The key that signs now.
  public RSAKey signing() {
    return fresh(settings.reload()).signing();
  }

  /// The public halves of all keys whose tokens may still be out, newest first.
  public JWKSet published() {
    return fresh(PUBLISHED_CACHE).published();
  }

  /// Makes a new key that signs from now on and returns its id. Tokens that are out stay good.
  public synchronized String rotate() {
    RSAKey key = generate();
    stored.add(key, clock.instant());
    removeOld();
    load();
    LOG.info("tokens are signed with a new key: {}", key.getKeyID());
    return key.getKeyID();
  }

  /// Makes a new key when the newest one has signed long enough.
  void rotateWhenDue() {
    Loaded now = fresh(settings.reload());
    if (now.created().plus(settings.rotateAfter()).isBefore(clock.instant())) {
      rotate();
    } else {
      removeOld();
    }
  }

  private void removeOld() {
    Instant now = clock.instant();
    List<StoredKey> all = stored.all();
    for (int i = 1; i < all.size(); i++) {
      // It signed until its successor came.
      if (all.get(i - 1).created().plus(settings.publishedAfter()).isBefore(now)) {
        stored.remove(all.get(i).published().getKeyID());
      }
    }
  }

  private Loaded fresh(Duration age) {
    Loaded known = loaded;
    return known != null && clock.instant().isBefore(known.at().plus(age)) ? known : load();
  }

  private synchronized Loaded load() {
    List<JWK> published = new ArrayList<>();
    StoredKey newest = null;
    for (StoredKey key : stored.all()) {
      published.add(key.published());
      if (newest == null && key.signing().isPresent()) {
        newest = key;
      }
    }
    if (newest == null) {
      if (!published.isEmpty()) {
        LOG.warn("no stored key opens with this signing.key: a new key is made");
      }
      stored.add(generate(), clock.instant());
      return load();
    }
    Loaded now =
        new Loaded(
            newest.signing().orElseThrow(),
            newest.created(),
            new JWKSet(published).toPublicJWKSet(),
            clock.instant());
    loaded = now;
    return now;
  }

  private RSAKey generate() {
    try {
      return new RSAKeyGenerator(settings.bits())
          .keyIDFromThumbprint(true)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("a signing key could not be made", impossible);
    }
  }

  private record Loaded(RSAKey signing, Instant created, JWKSet published, Instant at) {}
}
