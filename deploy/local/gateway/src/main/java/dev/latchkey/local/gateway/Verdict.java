package dev.latchkey.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What the edge says about a request. */
sealed interface Verdict {

  /** It may pass, as who the identity says; without one it is anonymous. */
  record Passed(Optional<String> identity, Optional<String> presentedToken) implements Verdict {}

  /** It may not; the edge's own answer (4xx) goes to the client. */
  record Refused(int status, MultiMap headers, Buffer body) implements Verdict {}

  /** Nobody can say: no answer in time, or one that makes no sense. Nothing passes. */
  record Unknown() implements Verdict {}
}
