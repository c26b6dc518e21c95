package dev.latchkey.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads the JSON of a request that no resource sees, and refuses what {@link BodyReading} does. */
@Singleton
public final class RouteBody {

  private final ObjectMapper mapper;

  RouteBody(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Comes before who asks {@link #read}: takes the body in, bounded. */
  public static Handler<RoutingContext> taking() {
    return BodyHandler.create(false).setBodyLimit(BodyLimit.BYTES);
  }

  /**
   * What the body says.
   *
   * @throws ProblemException when it is missing, broken or of the wrong types
   */
  public <T> T read(RoutingContext context, Class<T> type) {
    var buffer = context.body().buffer();
    if (buffer == null || buffer.length() == 0) {
      throw new ProblemException(BodyReading.missing());
    }
    var body = buffer.getBytes();
    NulSearch.in(body).ifPresent(BodyReading::refuseNul);
    T read = parsed(body, type);
    if (read == null) {
      throw new ProblemException(BodyReading.missing());
    }
    return read;
  }

  private <T> T parsed(byte[] body, Class<T> type) {
    try {
      return mapper.readValue(body, type);
    } catch (JsonProcessingException failure) {
      throw BodyReading.refusal(failure);
    } catch (IOException broken) {
      throw new ProblemException(BodyReading.broken());
    }
  }
}
