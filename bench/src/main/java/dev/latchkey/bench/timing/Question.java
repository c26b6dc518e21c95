package dev.latchkey.bench.timing;

/** What is asked, and how it has to be refused: any other answer is no sample. */
enum Question {
  KNOWN("wrong password, known address", 401, "unauthorized"),
  UNKNOWN("wrong password, unknown address", 401, "unauthorized"),

  WRONG("wrong code", 401, "invalid_two_factor_code"),
  OLD("code of two minutes ago", 401, "invalid_two_factor_code"),
  /** Still in the window of time, and spent. */
  REPLAYED("code that was used", 401, "invalid_two_factor_code"),

  LOCKED_WRONG("wrong code, budget used up", 429, "rate_limit"),
  LOCKED_RIGHT("right code, budget used up", 429, "rate_limit"),

  /** A challenge that ended: to the platform the same as one whose ten minutes are over. */
  OVER_WRONG("wrong code, challenge over", 401, "challenge_over"),
  OVER_RIGHT("right code, challenge over", 401, "challenge_over");

  private final String text;
  private final int status;
  private final String id;

  Question(String text, int status, String id) {
    this.text = text;
    this.status = status;
    this.id = id;
  }

  String text() {
    return text;
  }

  int status() {
    return status;
  }

  String id() {
    return id;
  }
}
