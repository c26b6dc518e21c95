package dev.latchkey.kit.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body: bounded, present, without NUL (PostgreSQL has no place for it), of the
 * right types. What is wrong with it is said here, where it is known to be the client's JSON and
 * not ours.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public final class BodyReading implements ReaderInterceptor {

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    byte[] body = context.getInputStream().readNBytes(BodyLimit.BYTES + 1);
    if (body.length > BodyLimit.BYTES) {
      throw new ProblemException(CommonProblem.TOO_LARGE.problem());
    }
    NulSearch.in(body).ifPresent(BodyReading::refuseNul);
    context.setInputStream(new ByteArrayInputStream(body));
    Object entity = body.length == 0 ? null : read(context);
    if (entity == null && !optional(context.getAnnotations())) {
      throw new ProblemException(missing());
    }
    return entity;
  }

  /**
   * A door that can do without a body says so: {@code @Valid} but not {@code @NotNull}. One that
   * says neither was just careless, and would fail with a 500.
   */
  private static boolean optional(Annotation[] parameter) {
    var types = Stream.of(parameter).map(Annotation::annotationType).toList();
    return types.contains(Valid.class) && !types.contains(NotNull.class);
  }

  static Problem missing() {
    return CommonProblem.BAD_REQUEST.problem().message("The request needs a JSON body.");
  }

  private static @Nullable Object read(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (JsonProcessingException failure) {
      throw refusal(failure);
    } catch (WebApplicationException failure) {
      throw failure.getCause() instanceof JsonProcessingException json ? refusal(json) : failure;
    } catch (IndexOutOfBoundsException | IllegalArgumentException failure) {
      // RESTEasy's reader of forms, of "=&" or "%".
      throw form(context)
          ? new ProblemException(
              CommonProblem.BAD_REQUEST.problem().message("The body is not a valid form."))
          : failure;
    }
  }

  private static boolean form(ReaderInterceptorContext context) {
    return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(context.getMediaType());
  }

  static RuntimeException refusal(JsonProcessingException failure) {
    return switch (failure) {
      case InvalidDefinitionException ours -> new IllegalStateException(ours);
      case JsonMappingException wrong -> new ProblemException(wrongType(wrong));
      default -> new ProblemException(broken());
    };
  }

  static Problem broken() {
    return CommonProblem.BAD_REQUEST.problem().message("The body is not valid JSON.");
  }

  private static Problem wrongType(JsonMappingException failure) {
    // Broken or too deep below an open object: it arrives wrapped, with the path to it.
    if (failure.getCause() instanceof JsonParseException
        || failure.getCause() instanceof StreamConstraintsException) {
      return broken();
    }
    var field =
        failure.getPath().stream()
            .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[]", "[]");
    var problem = CommonProblem.INVALID_PARAMS.problem();
    return field.isEmpty()
        ? problem.message("The body must be one JSON object.")
        : problem.field(field).message("has the wrong type or form.");
  }

  static void refuseNul(String field) {
    var problem = CommonProblem.INVALID_PARAMS.problem().message("must not contain \\u0000.");
    throw new ProblemException(field.isEmpty() ? problem : problem.field(field));
  }
}
