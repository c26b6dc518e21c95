package dev.latchkey.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

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
      var value = headers.getFirst(name);
      if (value != null && value.toLowerCase(Locale.ROOT).contains(HEROKU)) {
        headers.putSingle(name, MediaType.APPLICATION_JSON);
      }
    }
  }
}
