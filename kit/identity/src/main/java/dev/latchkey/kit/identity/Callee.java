package dev.latchkey.kit.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a REST client interface: the service it calls, {@code @Callee("mfa-service")}. The {@link
 * ServiceCredential} that goes with each call is good there and nowhere else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Callee {

  /** Name of the called service. */
  String value();
}
