package dev.latchkey.kit.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code application/vnd.heroku+json; version=3[.x]} as plain JSON, in {@code Accept} and in
 * {@code Content-Type}: every client of Heroku's API sends it. Lets no other body in than JSON and
 * forms: the framework would make an object of a text by any constructor that takes a string.
 *
 * <p>Changes the headers as they came, before the framework sees them: it looks there again when it
 * writes the answer.
 */
final class HerokuMediaTypes {

  private static final String HEROKU = "application/vnd.heroku+json";

  private HerokuMediaTypes() {}

  static void read(RoutingContext context) {
    var headers = context.request().headers();
    for (var name : new CharSequence[] {HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE}) {
      var value = headers.get(name);
      if (value != null && value.toLowerCase(Locale.ROOT).contains(HEROKU)) {
        headers.set(name, MediaType.APPLICATION_JSON);
      }
    }
    // What cannot be read says nothing: RFC 9110 section 12.5.1 lets us disregard it.
    if (!readable(headers.get(HttpHeaders.ACCEPT))) {
      headers.set(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }
    // A door whose body is optional would answer 415 to who sends none: many clients then name no
    // type, or one that they name by habit.
    if (bodiless(headers)) {
      headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    } else if (foreign(headers.get(HttpHeaders.CONTENT_TYPE))) {
      RouteRefusals.answer(context, CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem());
      return;
    }
    context.next();
  }

  private static boolean bodiless(MultiMap headers) {
    var length = headers.get(HttpHeaders.CONTENT_LENGTH);
    return (length == null || length.equals("0"))
        && headers.get(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  private static boolean readable(@Nullable String accept) {
    try {
      return accept == null || !MediaTypeHelper.parseHeader(accept).isEmpty();
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /** True for a type that is neither JSON nor a form; a body without any type is read as JSON. */
  private static boolean foreign(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    try {
      var type = MediaType.valueOf(contentType);
      return !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
          && !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
          && !type.getSubtype().endsWith("+json");
    } catch (RuntimeException unreadable) {
      return true;
    }
  }
}
