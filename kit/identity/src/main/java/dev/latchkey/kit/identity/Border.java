package dev.latchkey.kit.identity;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.RouteRefusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Between the two ports: internal paths exist on the internal port only, all others on the public
 * one only. Across the border there is just 404.
 */
@Singleton
final class Border {

  /** After the request has its id (kit/problem: Reception), before every route. */
  static final int EARLY = 9000;

  private static final String SERVICES = "/internal";
  private static final String OPERATORS = "/q";
  private static final String KEYS = "/.well-known/jwks.json";

  /** Escapes of a slash, backslash, dot, tilde, percent or NUL. */
  private static final Pattern ESCAPES =
      Pattern.compile("%(2f|5c|2e|7e|25|00)", Pattern.CASE_INSENSITIVE);

  private final Provider<InternalPort> internal;
  private volatile @Nullable InternalPort known;

  /** The port is asked for late: filters are made before there is a Vert.x to listen with. */
  Border(Provider<InternalPort> internal) {
    this.internal = internal;
  }

  /** True when the path belongs on the internal port. */
  static boolean internal(String path) {
    return below(SERVICES, path) || below(OPERATORS, path) || path.equals(KEYS);
  }

  /** True when the path asks a service credential. */
  static boolean forServices(String path) {
    return below(SERVICES, path);
  }

  void guard(@Observes Filters filters) {
    filters.register(this::pass, EARLY);
  }

  private void pass(RoutingContext context) {
    var path = context.request().path();
    boolean inside = context.request().localAddress().port() == internal().port();
    if (plain(path, context.normalizedPath()) && internal(path) == inside) {
      context.next();
    } else {
      RouteRefusals.answer(context, CommonProblem.NOT_FOUND.problem());
    }
  }

  private InternalPort internal() {
    var port = known;
    if (port == null) {
      port = internal.get();
      known = port;
    }
    return port;
  }

  /** True when path, as sent, and normalised one are the same and can be read in one way only. */
  private static boolean plain(String sent, String normalised) {
    return sent.equals(normalised) && !ambiguous(sent);
  }

  /** True when one path is written so that a table sees it differently from a router. */
  private static boolean ambiguous(String path) {
    return path.indexOf(';') >= 0
        || path.indexOf('\\') >= 0
        || path.contains("//")
        || (path.indexOf('%') >= 0 && ESCAPES.matcher(path).find());
  }

  private static boolean below(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
