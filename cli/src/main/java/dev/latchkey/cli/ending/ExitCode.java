package dev.latchkey.cli.ending;

/** How a command ends; scripts rely on the numbers, so none is ever used for something else. */
public enum ExitCode {
  OK(0, "done"),
  REFUSED(1, "the platform refused, for a reason that it gave"),
  USAGE(2, "the command was not understood, or needs a terminal"),
  SIGNED_OUT(3, "nobody is signed in, or the sign-in has ended"),
  NOT_PROVEN(4, "a wrong password or a wrong code"),
  AWAY(5, "the platform does not answer, or is no platform of ours"),
  LATER(6, "too many attempts: wait, as the message says"),
  NOT_FOUND(7, "there is no such thing"),
  UNSAFE(8, "the place where credentials are kept is not safe");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }
}
