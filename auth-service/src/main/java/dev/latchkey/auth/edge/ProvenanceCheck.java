package dev.latchkey.auth.edge;

import dev.latchkey.auth.origin.Origins;
import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.ServiceRecognition;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;

/**
 * From where a request came. All that {@code web} carries would seem to come from {@code web}: one
 * limit by address for everybody, and one address in every notice. So it tells whose request it is,
 * and is believed by its credential. Whoever shows one that is not {@code web}'s is lying about who
 * they are: refused, not carried on as somebody else, and not as a dead credential either.
 */
@Singleton
class ProvenanceCheck {

  private final ServiceRecognition services;

  ProvenanceCheck(ServiceRecognition services) {
    this.services = services;
  }

  Uni<Provenance> of(MultiMap headers) {
    var presented = headers.getAll(Headers.WEB);
    if (presented.isEmpty()) {
      // What anybody may say of themselves, unasked, counts for nothing.
      return Uni.createFrom().item(new Provenance.Direct(Origins.of(headers)));
    }
    return services
        .recognize(presented)
        .map(caller ->
            caller
                .filter(service -> service.name().equals(Asker.WEB.caller()))
                .map(web -> told(headers))
                .orElseGet(Provenance.Unbelievable::new));
  }

  private static Provenance told(MultiMap headers) {
    var addresses = headers.getAll(Headers.CLIENT_IP);
    var agents = headers.getAll(Headers.CLIENT_AGENT);
    if (addresses.size() != 1 || agents.size() > 1) {
      return new Provenance.Unbelievable();
    }
    return Origins.told(addresses.getFirst(), agents.isEmpty() ? "" : agents.getFirst())
        .<Provenance>map(Provenance.ThroughWeb::new)
        .orElseGet(Provenance.Unbelievable::new);
  }
}
