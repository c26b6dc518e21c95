package dev.latchkey.kit.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the one shape to whatever a resource, a filter or the framework throws. */
@Singleton
final class Refusals {

  private static final Logger log = Logger.getLogger(Refusals.class);

  @ServerExceptionMapper
  Response carried(ProblemException refusal) {
    return refusal.problem().response();
  }

  @ServerExceptionMapper({
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class,
    UnauthorizedException.class
  })
  Response unauthorized(SecurityException refusal) {
    return CommonProblem.UNAUTHORIZED.problem().response();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refusal) {
    return CommonProblem.FORBIDDEN.problem().response();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException refusal) {
    return refusal.getConstraintViolations().stream()
        .findFirst()
        .filter(first -> !ours(first.getPropertyPath()))
        .map(first -> invalid(first).response())
        .orElseGet(() -> unexpected(refusal));
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException refusal, UriInfo uri) {
    if (refusal instanceof ResteasyReactiveClientProblem) {
      return unexpected(refusal);
    }
    var original = refusal.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    if (original.getStatus() >= 500) {
      return unexpected(refusal);
    }
    // A path parameter that does not parse names nothing we have; a query parameter is just wrong.
    if (refusal instanceof NotFoundException
        && refusal.getCause() != null
        && uri.getPathParameters().isEmpty()) {
      return CommonProblem.INVALID_PARAMS.problem().response();
    }
    var problem = CommonProblem.of(original.getStatus()).problem();
    var allow = original.getHeaderString(HttpHeaders.ALLOW);
    return (allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow)).response();
  }

  /** A bug or an outage. Nothing of the cause leaves the house; the log has it once. */
  @ServerExceptionMapper
  Response unexpected(Throwable failure) {
    return Unexpected.problem(failure, log).response();
  }

  private static Problem invalid(ConstraintViolation<?> violation) {
    var field = field(violation.getPropertyPath());
    if (field.isEmpty() && violation.getInvalidValue() == null) {
      return BodyReading.missing();
    }
    var problem = CommonProblem.INVALID_PARAMS.problem().message(violation.getMessage());
    return field.isEmpty() ? problem : problem.field(field);
  }

  /** A value we return, or one deep in our own code, is our fault and no answer to the client. */
  private static boolean ours(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path.Node::getKind)
        .noneMatch(ElementKind.PARAMETER::equals);
  }

  private static String field(Path path) {
    var names = new ArrayList<String>();
    for (var node : path) {
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        names.add(snakeCase(node.getName()));
      }
    }
    return String.join(".", names);
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }
}
