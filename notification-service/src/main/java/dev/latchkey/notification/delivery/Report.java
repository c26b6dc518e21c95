package dev.latchkey.notification.delivery;

/** What the network tells of an SMS that a provider has. */
public sealed interface Report {

  /** The provider has it; no phone has it yet. */
  record OnItsWay() implements Report {}

  /** The phone has it. */
  record Arrived() implements Report {}

  /**
   * No phone will have it.
   *
   * @param reason a word
   */
  record Lost(String reason) implements Report {}
}
