package dev.latchkey.kit.identity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands each request its own {@link Caller} and {@link ServiceCaller}. */
@Singleton
class Callers {

  private static final String PERSON = Caller.class.getName();
  private static final String SERVICE = ServiceCaller.class.getName();

  private final CurrentVertxRequest current;

  Callers(CurrentVertxRequest current) {
    this.current = current;
  }

  @Produces
  @RequestScoped
  Caller person() {
    return known(PERSON, Caller.class);
  }

  @Produces
  @RequestScoped
  ServiceCaller service() {
    return known(SERVICE, ServiceCaller.class);
  }

  static void remember(RoutingContext context, Caller caller) {
    context.put(PERSON, caller);
  }

  static void remember(RoutingContext context, ServiceCaller caller) {
    context.put(SERVICE, caller);
  }

  /** An anonymous door that asks for a caller is a bug of ours: it fails, it does not guess. */
  private <T> T known(String key, Class<T> type) {
    var context = current.getCurrent();
    Object caller = context == null ? null : context.get(key);
    if (caller == null) {
      throw new IllegalStateException("no " + type.getSimpleName() + " in this request");
    }
    return type.cast(caller);
  }
}
