package dev.latchkey.web.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An enrolment that waits for its first code.
 *
 * @param secret in base32, for who types it
 * @param uri what the QR code says
 */
record PendingEnrolment(String secret, String uri, Instant expiresAt) {

  private static final String SEPARATOR = "\n";
  private static final int PARTS = 3;

  /** Keys are read aloud and typed in groups. */
  private static final String GROUPS = "(?<=\\G.{4})";

  static PendingEnrolment of(EnrolmentApi.Begun begun, Instant now) {
    return new PendingEnrolment(
        begun.secret(), begun.otpauthUri(), now.plusSeconds(begun.expiresIn()));
  }

  static Optional<PendingEnrolment> parse(String text) {
    var parts = text.split(SEPARATOR, PARTS);
    return parts.length == PARTS
        ? Optional.of(
            new PendingEnrolment(
                parts[1], parts[2], Instant.ofEpochSecond(Long.parseLong(parts[0]))))
        : Optional.empty();
  }

  String text() {
    return String.join(SEPARATOR, String.valueOf(expiresAt.getEpochSecond()), secret, uri);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Whole minutes that are left, rounded up. */
  long minutesLeft(Instant now) {
    return Duration.between(now, expiresAt).plusSeconds(59).toMinutes();
  }

  /** The secret, as it is typed. */
  List<String> groups() {
    return Arrays.asList(secret.split(GROUPS));
  }

  @Override
  public String toString() {
    return "PendingEnrolment[redacted]";
  }
}
