package dev.latchkey.contracts.endpoint;

/**
 * The proof that an endpoint asks for beside the credential. Unless it is {@link #NONE} the edge
 * checks every proof that is shown, also one that is not required.
 */
public enum StepUp {
  /** None; a password or code that is shown all the same is not looked at. */
  NONE("–"),
  /** None required; the endpoint answers more, or does more, to who shows one. */
  IF_SHOWN("if shown"),
  /** The password, in this request. */
  PASSWORD("P"),
  /** Where two-factor is on: a code in this request, or shown by the credential 10 minutes ago. */
  FACTOR("F"),
  /** Both. */
  PASSWORD_AND_FACTOR("P+F");

  private final String sign;

  StepUp(String sign) {
    this.sign = sign;
  }

  /** The sign used in the documents. */
  public String sign() {
    return sign;
  }

  /** True when the password must be in this request. */
  public boolean asksPassword() {
    return this == PASSWORD || this == PASSWORD_AND_FACTOR;
  }

  /** True when a second factor is asked of an account that has one. */
  public boolean asksFactor() {
    return this == FACTOR || this == PASSWORD_AND_FACTOR;
  }
}
