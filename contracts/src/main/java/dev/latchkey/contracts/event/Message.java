package dev.latchkey.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a {@link MessageEvent.MessageRequested} asks to send; travels sealed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.VerifyEmail.class, name = "verify_email"),
  @JsonSubTypes.Type(value = Message.AddressTaken.class, name = "address_taken")
})
public sealed interface Message {

  /** Mail address. */
  String to();

  /** A link that shows that the address is the person's. */
  record VerifyEmail(String to, String link) implements Message {}

  /** Somebody signed up with an address that has an account already. */
  record AddressTaken(String to) implements Message {}
}
