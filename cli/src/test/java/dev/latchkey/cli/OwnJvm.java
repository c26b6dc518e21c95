package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of its own, with what this one has on its class path. */
public final class OwnJvm {

  private OwnJvm() {}

  public static List<String> running(Class<?> program, String... words) {
    return running(List.of(), program, words);
  }

  public static List<String> running(List<String> flags, Class<?> program, String... words) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(words));
    return command;
  }
}
