package dev.latchkey.kit.problem;

/**
 * One entry of an error catalogue. Each service has one enum of them, {@code <Service>Problem}; the
 * id is for ever, the message may change.
 */
public interface ProblemType {

  /** Stable word that clients compare: {@code invalid_params}. */
  String id();

  /** HTTP status, 400 to 599. */
  int status();

  /** Sentence for a person; used unless {@link Problem#message} says it better. */
  String message();

  /** What the developer of a client does about it, in one line: {@code docs/errors.md}. */
  String advice();

  /** The answer with this entry's id, status and message. */
  default Problem problem() {
    return Problem.of(this);
  }
}
