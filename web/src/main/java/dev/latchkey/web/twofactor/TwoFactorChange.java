package dev.latchkey.web.twofactor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the second factor did.
 *
 * @param receipt null while the platform is still at it: the change stands, the rest follows
 */
public record TwoFactorChange(boolean twoFactorAuthentication, @Nullable Receipt receipt) {

  /** What ended and what remains. */
  public record Receipt(
      List<Place> sessionsEnded,
      List<Place> authorizationsEnded,
      List<Place> authorizationsRemaining,
      int sshKeysRemaining,
      boolean apiKeyChanged,
      long milliseconds) {

    /** Wherever one was signed in: browsers, and programs that signed in. */
    public List<Place> placesEnded() {
      return Stream.concat(sessionsEnded.stream(), authorizationsEnded.stream()).toList();
    }
  }

  /** A session or an authorization, as its owner may know it again; strangers' words. */
  public record Place(@Nullable String description, @Nullable String client, @Nullable String ip) {

    /** What is known of it; may be nothing. */
    public String name() {
      return Stream.of(description, known() ? null : client, ip)
          .filter(text -> text != null && !text.isBlank())
          .collect(Collectors.joining(", "));
    }

    /** A whole user agent is only for who has no better word. */
    private boolean known() {
      return description != null && !description.isBlank();
    }
  }
}
