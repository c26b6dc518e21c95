package dev.latchkey.notification.sms;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * One SMS.
 *
 * @param to number in E.164
 * @param body what it says
 * @param asked when it was asked for: no trace of it is older
 * @param worth how long it is of use from now
 * @param callback where the provider tells what became of it
 * @param inDoubt true when an earlier try may have been taken
 */
record Text(String to, String body, Instant asked, Duration worth, URI callback, boolean inDoubt) {
  @Override
  public String toString() {
    return "Text[redacted]";
  }
}
