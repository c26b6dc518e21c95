package dev.latchkey.cli.operator.inside;

import picocli.CommandLine.Option;

/** Whose key it is, for operators who have more than one. */
public final class KeyOption {

  private final Operator operator;

  public KeyOption(Operator operator) {
    this.operator = operator;
  }

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Your private key, in place of LATCHKEY_OPERATOR_KEY.")
  void key(String file) {
    operator.with(file);
  }
}
