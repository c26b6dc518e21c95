package dev.latchkey.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What a {@link MessageEvent.MessageRequested} asks to send; travels sealed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.VerifyEmail.class, name = "verify_email"),
  @JsonSubTypes.Type(value = Message.AddressTaken.class, name = "address_taken"),
  @JsonSubTypes.Type(value = Message.ResetPassword.class, name = "reset_password"),
  @JsonSubTypes.Type(value = Message.ConfirmEmail.class, name = "confirm_email"),
  @JsonSubTypes.Type(value = Message.AddressWanted.class, name = "address_wanted"),
  @JsonSubTypes.Type(value = Message.AddressLeaving.class, name = "address_leaving"),
  @JsonSubTypes.Type(value = Message.AccountGone.class, name = "account_gone"),
  @JsonSubTypes.Type(value = Message.PhoneCode.class, name = "phone_code")
})
public sealed interface Message {

  /** Mail address; for a {@link PhoneCode} the number, in E.164. */
  String to();

  /** A link that shows that the address is the person's. */
  record VerifyEmail(String to, String link) implements Message {}

  /** Somebody signed up with an address that has an account already. */
  record AddressTaken(String to) implements Message {}

  /** A link with which whoever reads the mail sets a new password. */
  record ResetPassword(String to, String link) implements Message {}

  /** A link that shows that the address an account is to change to is the person's. */
  record ConfirmEmail(String to, String link) implements Message {}

  /** Somebody wanted to change their account to an address that has an account already. */
  record AddressWanted(String to) implements Message {}

  /** Somebody asked to change an account's address to another: told at the one it has, in time. */
  record AddressLeaving(String to, Instant at, Origin origin) implements Message {}

  /**
   * The account was closed. Asked for as a message, because once it is closed nobody knows where to
   * write, and its address must not be kept as long as events are.
   */
  record AccountGone(String to, Instant at, Origin origin) implements Message {}

  /**
   * A code by SMS, for who reads the texts of that phone.
   *
   * @param code digits, good once and for minutes
   */
  record PhoneCode(String to, String code, Use use) implements Message {

    /** What the code is for: it is asked for by somebody who is told so in the text. */
    public enum Use {
      /** Shows that the number is the person's, who wants it as a recovery phone. */
      SET_UP,
      /** Is the second factor of a sign-in. */
      SIGN_IN
    }

    @Override
    public String toString() {
      return "PhoneCode[redacted]";
    }
  }
}
