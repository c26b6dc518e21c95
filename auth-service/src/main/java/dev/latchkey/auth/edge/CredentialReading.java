package dev.latchkey.auth.edge;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.Password;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the credential of a request: {@code Bearer token}, {@code Basic :token}, {@code Basic
 * email:token}, {@code Basic email:password} (RFC 7617, UTF-8, split at the first colon) or a
 * challenge. A password that parses as a token is only ever a token.
 */
final class CredentialReading {

  private static final int LONGEST_HEADER = 8192;
  private static final String BEARER = "Bearer ";

  private CredentialReading() {}

  static Presented of(MultiMap headers) {
    var authorizations = headers.getAll(HttpHeaders.AUTHORIZATION);
    var challenges = headers.getAll(Headers.CHALLENGE);
    int credentials = authorizations.size() + challenges.size();
    if (credentials == 0) {
      return new Presented.Nothing();
    }
    if (credentials > 1) {
      return new Presented.Several();
    }
    return challenges.isEmpty()
        ? authorization(authorizations.getFirst())
        : challenge(challenges.getFirst());
  }

  /** The token of a login that waits for its approval; it opens that login and nothing else. */
  static Optional<OpaqueToken> browserLogin(MultiMap headers) {
    return single(headers, HttpHeaders.AUTHORIZATION)
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .flatMap(header -> OpaqueToken.parse(header.substring(BEARER.length()).strip()))
        .filter(token -> token.kind() == TokenKind.BROWSER_LOGIN);
  }

  /** The value of a header that may come once; empty when it is not there. */
  static Optional<String> single(MultiMap headers, CharSequence name) {
    var values = headers.getAll(name);
    return values.size() == 1 && !values.getFirst().isEmpty()
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  private static Presented challenge(String text) {
    return OpaqueToken.parse(text.strip())
        .filter(token -> token.kind() == TokenKind.CHALLENGE)
        .<Presented>map(Presented.Challenge::new)
        .orElseGet(Presented.Unreadable::new);
  }

  private static Presented authorization(String header) {
    int space = header.indexOf(' ');
    if (space < 0 || header.length() > LONGEST_HEADER) {
      return new Presented.Unreadable();
    }
    var value = header.substring(space + 1).strip();
    return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> bearer(value);
      case "basic" ->
          decoded(value).map(CredentialReading::basic).orElseGet(Presented.Unreadable::new);
      default -> new Presented.Unreadable();
    };
  }

  private static Presented bearer(String text) {
    return token(text)
        .<Presented>map(token -> new Presented.Token(token, Optional.empty()))
        .orElseGet(Presented.Unreadable::new);
  }

  private static Presented basic(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Presented.Unreadable();
    }
    var user = text.substring(0, colon);
    var secret = text.substring(colon + 1);
    var email = EmailAddress.parse(user);
    var token = token(secret);
    if (token.isPresent()) {
      return user.isEmpty() || email.isPresent()
          ? new Presented.Token(token.get(), email)
          : new Presented.Unreadable();
    }
    if (OpaqueToken.parse(secret).isPresent()) {
      return new Presented.Unreadable();
    }
    var password = Password.parse(secret);
    return email.isPresent() && password.isPresent()
        ? new Presented.EmailAndPassword(email.get(), password.get())
        : new Presented.Unreadable();
  }

  /** Tokens that stand for a person; devices, challenges, links and logins are no credentials. */
  private static Optional<OpaqueToken> token(String text) {
    return OpaqueToken.parse(text)
        .filter(token ->
            switch (token.kind()) {
              case SESSION, AUTHORIZATION, API_KEY -> true;
              case DEVICE, CHALLENGE, ONE_TIME, BROWSER_LOGIN, CLIENT_SECRET, GRANT, REFRESH ->
                  false;
            });
  }

  private static Optional<String> decoded(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      return Optional.empty();
    }
  }
}
