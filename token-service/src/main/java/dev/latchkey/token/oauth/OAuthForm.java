package dev.latchkey.token.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.client.ClientAuthentication.ClientCredentials;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as RFC 6749 sends it (appendix B): UTF-8, a parameter that is empty counts as left out,
 * and one that comes twice refuses the request (section 3.2): which of the two counts is how
 * filters are deceived. Read here and not by the framework, to which {@code %zz} is a failure of
 * ours.
 */
public final class OAuthForm {

  private final Map<String, String> parameters;

  private OAuthForm(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  public static OAuthForm of(byte[] body) {
    var parameters = new HashMap<String, String>();
    for (var pair : new String(body, UTF_8).split("&", -1)) {
      var parts = pair.split("=", 2);
      var value = parts.length == 2 ? decoded(parts[1]) : "";
      if (parameters.putIfAbsent(decoded(parts[0]), value) != null && !pair.isEmpty()) {
        throw OAuthProblem.invalidRequest("No parameter may come twice.");
      }
    }
    return new OAuthForm(parameters);
  }

  public @Nullable String optional(String name) {
    var value = parameters.getOrDefault(name, "");
    return value.isEmpty() ? null : value;
  }

  public String required(String name) {
    var value = optional(name);
    if (value == null) {
      throw OAuthProblem.invalidRequest("The parameter " + name + " is missing.");
    }
    return value;
  }

  public ClientCredentials client() {
    return client(optional("client_id"), optional("client_secret"));
  }

  /** What a client shows; an id that is none is a client that is none. */
  public static ClientCredentials client(@Nullable String id, @Nullable String secret) {
    return ClientCredentials.of(id, secret)
        .orElseThrow(() -> new ProblemException(OAuthProblem.of(TokenProblem.INVALID_CLIENT)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException broken) {
      throw OAuthProblem.invalidRequest("The form is not well-formed.");
    }
  }

  @Override
  public String toString() {
    return "OAuthForm[redacted]";
  }
}
