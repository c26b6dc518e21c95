package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.House;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** {@code ./dev} once more, in a process of its own. */
final class ThisProgram {

  private ThisProgram() {}

  /** With the same JVM, its options and the same classes. */
  static List<String> command(String... arguments) {
    var command = new ArrayList<>(List.of(House.java().toString()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Dev.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
