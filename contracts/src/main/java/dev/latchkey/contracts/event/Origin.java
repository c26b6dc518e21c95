package dev.latchkey.contracts.event;

/**
 * Where a change came from, for the security log. It names a person's address, so it travels sealed
 * ({@code kit/sealing}, key ring {@code messages}) and only notification-service opens it.
 *
 * @param ip client address as the gateway saw it
 * @param client user agent, at most 200 characters
 */
public record Origin(String ip, String client) {

  /** The platform itself did it: a sweeper, a retry, a consumer. */
  public static final Origin PLATFORM = new Origin("", "latchkey");

  /** Somebody who runs the platform did it. Where from is nothing that its people need to know. */
  public static final Origin OPERATOR = new Origin("", "operator");
}
