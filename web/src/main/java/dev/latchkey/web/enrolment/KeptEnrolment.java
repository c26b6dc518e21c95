package dev.latchkey.web.enrolment;

import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The enrolment under way, in the browser's keeping. */
@Singleton
class KeptEnrolment {

  private final EnrolmentSeal seal;
  private final Visit visit;
  private final Jar jar;
  private final Clock clock;

  KeptEnrolment(EnrolmentSeal seal, Visit visit, Jar jar, Clock clock) {
    this.clock = clock;
    this.seal = seal;
    this.visit = visit;
    this.jar = jar;
  }

  Response keep(EnrolmentApi.Begun begun, Response answer) {
    var sealed = seal.seal(PendingEnrolment.of(begun, now()), session());
    return Response.fromResponse(answer)
        .cookie(jar.keep(Kind.ENROLMENT, sealed, Duration.ofSeconds(begun.expiresIn())))
        .build();
  }

  /** Empty when there is none, or its time is over. */
  Optional<PendingEnrolment> pending(HttpHeaders headers) {
    return Optional.ofNullable(headers.getCookies().get(jar.name(Kind.ENROLMENT)))
        .flatMap(cookie -> seal.open(cookie.getValue(), session()))
        .filter(enrolment -> !enrolment.isOver(now()));
  }

  Response drop(Response answer) {
    return Response.fromResponse(answer).cookie(jar.drop(Kind.ENROLMENT)).build();
  }

  Instant now() {
    return clock.instant();
  }

  private String session() {
    return visit.session().orElseThrow();
  }
}
