package dev.latchkey.token.oauth;

import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.client.ClientAuthentication.ClientCredentials;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as RFC 6749 sends it: a parameter that is empty counts as left out, and one that comes
 * twice refuses the request (section 3.2): which of the two counts is how filters are deceived.
 */
public final class OAuthForm {

  private final MultivaluedMap<String, String> form;

  private OAuthForm(MultivaluedMap<String, String> form) {
    this.form = form;
  }

  public static OAuthForm of(@Nullable MultivaluedMap<String, String> form) {
    if (form == null) {
      throw OAuthProblem.invalidRequest("The request needs a form.");
    }
    if (form.values().stream().anyMatch(values -> values.size() > 1)) {
      throw OAuthProblem.invalidRequest("No parameter may come twice.");
    }
    return new OAuthForm(form);
  }

  public @Nullable String optional(String name) {
    List<String> values = form.get(name);
    return values == null || values.getFirst().isEmpty() ? null : values.getFirst();
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

  @Override
  public String toString() {
    return "OAuthForm[redacted]";
  }
}
