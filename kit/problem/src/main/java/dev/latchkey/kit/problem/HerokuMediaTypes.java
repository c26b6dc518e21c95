package dev.latchkey.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code application/vnd.heroku+json; version=3[.x]} as plain JSON, in {@code Accept} and in
 * {@code Content-Type}: every client of Heroku's API sends it.
 */
final class HerokuMediaTypes {

  private static final String HEROKU = "application/vnd.heroku+json";

  @ServerRequestFilter(preMatching = true)
  public void plain(ContainerRequestContext request) {
    var headers = request.getHeaders();
    for (var name : new String[] {HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE}) {
      var value = value(headers, name);
      if (value != null && value.toLowerCase(Locale.ROOT).contains(HEROKU)) {
        headers.putSingle(name, MediaType.APPLICATION_JSON);
      }
    }
    // A door whose body is optional would answer 415 to who sends none: many clients then name no
    // type, or one that they name by habit.
    if (bodiless(headers)) {
      headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }

  private static boolean bodiless(MultivaluedMap<String, String> headers) {
    var length = value(headers, HttpHeaders.CONTENT_LENGTH);
    return (length == null || length.equals("0")) && value(headers, "Transfer-Encoding") == null;
  }

  private static @Nullable String value(MultivaluedMap<String, String> headers, String name) {
    return headers.getFirst(name);
  }
}
