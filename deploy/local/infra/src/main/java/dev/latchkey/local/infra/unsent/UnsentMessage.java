package dev.latchkey.local.infra.unsent;

import java.time.Instant;

/**
 * A mail or a text that was not really sent. Any of it may be a stranger's words.
 *
 * @param kind {@code Mail} or {@code SMS}
 * @param to address or number
 * @param subject empty where there is none
 */
record UnsentMessage(String kind, Instant at, String to, String subject, String text) {}
