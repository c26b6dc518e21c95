package dev.latchkey.notification.letter;

import dev.latchkey.contracts.event.MfaEvent.RecoveryCodeUsed;
import dev.latchkey.contracts.event.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a notice tells of one event: the details that the security log has, and where it came from.
 *
 * @param at when it happened
 * @param details as the security log spells them, with {@code ip} and {@code client}
 */
public record NoticeFacts(Instant at, Map<String, Object> details) {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  /** A dot before a letter could make a link of a word that a stranger chose. */
  private static final Pattern LINKABLE = Pattern.compile("\\.(?=\\p{L})|://|@");

  private static final Pattern UNSEEMLY = Pattern.compile("[^\\p{L}\\p{N} ._/();,:+@•-]");
  private static final int LONGEST = 120;

  public NoticeFacts {
    details = Map.copyOf(details);
  }

  /** The details of an event together with its origin; null when it has none. */
  public static NoticeFacts of(Instant at, Map<String, Object> details, @Nullable Origin origin) {
    var all = new HashMap<>(details);
    if (origin != null && !origin.ip().isEmpty()) {
      all.put("ip", origin.ip());
    }
    if (origin != null && !origin.client().isEmpty()) {
      all.put("client", origin.client());
    }
    return new NoticeFacts(at, all);
  }

  /** One line of a mail. */
  public record Line(String name, String value) {}

  /** When, where from, and what else the owner can use. */
  List<Line> lines() {
    var lines = new ArrayList<Line>();
    lines.add(new Line("When", UTC.format(at)));
    add(lines, "From address", "ip");
    add(lines, "With", "client");
    if (details.get("left") instanceof Number left) {
      lines.add(new Line("Recovery codes left", codes(left.intValue())));
    }
    add(lines, "Number", "number");
    addMoment(lines, "Usable from", "usable_from");
    add(lines, "Factor", "factor");
    add(lines, "Change", "change");
    add(lines, "Authorization", "authorization");
    add(lines, "Description", "description");
    addMoment(lines, "Expires at", "expires_at");
    add(lines, "Fingerprint", "fingerprint");
    add(lines, "Done by", "operator");
    addMoment(lines, "Switched off at", "due_at");
    return lines;
  }

  private static String codes(int left) {
    return left > RecoveryCodeUsed.FEW ? String.valueOf(left) : left + ", make new ones now";
  }

  private void add(List<Line> lines, String name, String key) {
    var value = details.get(key);
    if (value != null) {
      lines.add(new Line(name, harmless(value.toString())));
    }
  }

  private void addMoment(List<Line> lines, String name, String key) {
    if (details.get(key) instanceof String moment) {
      lines.add(new Line(name, UTC.format(Instant.parse(moment))));
    }
  }

  /**
   * A user agent is the words of whoever sent it, and reaches somebody else's mailbox: nothing in
   * it may look like a link or like words of ours.
   */
  static String harmless(String text) {
    var seemly = UNSEEMLY.matcher(text).replaceAll("");
    var plain = LINKABLE.matcher(seemly).replaceAll("_");
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }
}
