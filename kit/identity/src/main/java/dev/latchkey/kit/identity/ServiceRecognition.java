package dev.latchkey.kit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes the service whose credential a header shows. What it has seen before costs nothing;
 * the rest is computed off the event loop.
 */
@Singleton
public class ServiceRecognition {

  private static final String BEARER = "Bearer ";

  private final Vertx vertx;
  private final ServiceVerification services;

  ServiceRecognition(Vertx vertx, ServiceVerification services) {
    this.vertx = vertx;
    this.services = services;
  }

  /**
   * The caller; nothing when it is not exactly one credential, made for us by who it names.
   *
   * @param presented every value of the header, as it came
   */
  public Uni<Optional<ServiceCaller>> recognize(List<String> presented) {
    if (presented.size() != 1 || !presented.getFirst().startsWith(BEARER)) {
      return Uni.createFrom().item(Optional.empty());
    }
    var text = presented.getFirst().substring(BEARER.length());
    var known = services.remembered(text);
    return known.isPresent()
        ? Uni.createFrom().item(known)
        : Uni.createFrom()
            .completionStage(() ->
                vertx.executeBlocking(() -> services.verify(text), false).toCompletionStage());
  }
}
