package dev.latchkey.mfa;

import dev.latchkey.kit.problem.ProblemType;

/** The errors that only this service has. An id is for ever; the words may change. */
public enum MfaProblem implements ProblemType {
  INVALID_TWO_FACTOR_CODE(
      "invalid_two_factor_code",
      422,
      "That code is not right. Each code works once.",
      "Ask for the next code; the enrolment goes on."),
  ACCOUNT_CHANGED(
      "account_changed",
      409,
      "The account changed meanwhile. Nothing was done; please try again.",
      "Sign in again if need be, look at the state, then repeat the request."),
  PHONE_NUMBER_REFUSED(
      "phone_number_refused",
      422,
      "This number can't be used as a recovery phone. Please use another one.",
      "Show the message, which says why where that may be said, and ask for another number."),
  SMS_NOT_USABLE(
      "sms_not_usable",
      422,
      "A text message can't be used to sign in yet. Please use your app or a recovery code.",
      "Offer the other ways to sign in; the message says why a text message is not one now."),
  REMOVAL_EXISTS(
      "removal_exists",
      409,
      "That was asked for, or agreed to, before. Look at it.",
      "Only operators see this one: look at the removal that is waiting."),
  SECOND_OPERATOR_NEEDED(
      "second_operator_needed",
      403,
      "You asked for it, so another operator has to agree.",
      "Only operators see this one: have somebody else look into it, with a key of their own."),
  FACTOR_NOT_LOST(
      "factor_not_lost",
      409,
      "The second factor was used after that was asked for, so it stays on.",
      "Only operators see this one: talk to the owner, who may be somebody else than you think.");

  private final String id;
  private final int status;
  private final String message;
  private final String advice;

  MfaProblem(String id, int status, String message, String advice) {
    this.id = id;
    this.status = status;
    this.message = message;
    this.advice = advice;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String message() {
    return message;
  }

  @Override
  public String advice() {
    return advice;
  }
}
