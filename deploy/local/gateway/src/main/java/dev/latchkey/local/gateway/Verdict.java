package dev.latchkey.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What the edge says about a request. */
sealed interface Verdict {

  /**
   * It may pass.
   *
   * @param headers what the edge has to say to the service ({@code Headers.FROM_EDGE}); without an
   *     identity the request is anonymous
   */
  record Passed(MultiMap headers) implements Verdict {

    /** Of a route that is open: nobody says anything of whose request it is. */
    static Passed unasked() {
      return new Passed(MultiMap.caseInsensitiveMultiMap());
    }
  }

  /** It may not; the edge's own answer (4xx) goes to the client. */
  record Refused(int status, MultiMap headers, Buffer body) implements Verdict {}

  /** Nobody can say: no answer in time, or one that makes no sense. Nothing passes. */
  record Unknown() implements Verdict {}
}
