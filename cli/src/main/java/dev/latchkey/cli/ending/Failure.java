package dev.latchkey.cli.ending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The end of a command that did not do what it was asked; its message is a sentence for people. */
public final class Failure extends RuntimeException {

  private final transient ExitCode code;
  private final String id;
  private final String sentence;

  /**
   * @param id what a script compares: of the platform's error, or {@code latch_...} for one that
   *     never left this machine
   */
  public Failure(ExitCode code, String id, String message) {
    super(message, null, false, false);
    this.code = code;
    this.id = id;
    this.sentence = message;
  }

  public ExitCode code() {
    return code;
  }

  /** What people are told. */
  public String sentence() {
    return sentence;
  }

  /** The same in the form of the platform's own errors. */
  public JsonNode json() {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("message", sentence);
  }
}
