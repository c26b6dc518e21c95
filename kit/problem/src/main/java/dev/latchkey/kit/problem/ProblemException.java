package dev.latchkey.kit.problem;

/**
 * Carries an answer out of a place where the framework leaves no other way: a filter, a mapper, a
 * value deep in a request. Elsewhere a refusal is a returned value (a failing {@code Uni} rolls
 * back, and the wrong attempt was never counted).
 */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.id(), null, false, false);
    this.problem = problem;
  }

  /** The answer to give. */
  public final Problem problem() {
    return problem;
  }
}
