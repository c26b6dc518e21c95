package dev.latchkey.web.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as the API tells it.
 *
 * @param client what the browser or program calls itself; may be empty
 * @param current whether it is the one of this visit
 * @param updatedAt when it was last seen
 */
public record Session(
    UUID id,
    String description,
    String client,
    String ip,
    boolean current,
    Instant createdAt,
    Instant updatedAt) {

  /** Where it is ended. */
  public String endPath() {
    return "/dashboard/sessions/" + id + "/end";
  }

  /** What to call it: who signs in by a program may leave the description empty. */
  public String name() {
    if (!description.isBlank()) {
      return description;
    }
    return client.isBlank() ? id.toString() : client;
  }
}
