package dev.latchkey.token.description;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;

/** The rules for the words that a person describes an authorization with. */
public final class Description {

  private static final int LONGEST = 255;

  private Description() {}

  /**
   * The description in a text, without blanks around it.
   *
   * @throws ProblemException when it is none
   */
  public static String read(String text) {
    var words = text.strip();
    if (words.isEmpty()) {
      throw refused("must not be blank.");
    }
    if (words.codePointCount(0, words.length()) > LONGEST) {
      throw refused("must have at most 255 characters.");
    }
    // It is printed on terminals, where an escape character does things.
    if (words.chars().anyMatch(Character::isISOControl)) {
      throw refused("must not contain control characters.");
    }
    return words;
  }

  private static ProblemException refused(String message) {
    return new ProblemException(
        CommonProblem.INVALID_PARAMS.problem().field("description").message(message));
  }
}
