package dev.latchkey.local.infra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The process that listens on a port, as far as Linux' /proc shows it to this user. */
record PortHolder(long pid) {

  private static final Path PROC = Path.of("/proc");
  private static final List<Path> TABLES =
      List.of(PROC.resolve("net/tcp"), PROC.resolve("net/tcp6"));
  private static final String LISTEN = "0A";
  private static final int LONGEST_COMMAND = 100;

  static Optional<PortHolder> of(int port) {
    var sockets = listening(port);
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), sockets))
        .findFirst()
        .map(process -> new PortHolder(process.pid()));
  }

  String describe() {
    var command =
        ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse("unknown");
    return "process %d (%s)"
        .formatted(pid, command.substring(0, Math.min(LONGEST_COMMAND, command.length())));
  }

  private static Set<String> listening(int port) {
    var suffix = String.format(Locale.ROOT, ":%04X", port);
    var sockets = new HashSet<String>();
    for (var table : TABLES) {
      try {
        for (var line : Files.readAllLines(table)) {
          // sl local_address rem_address st tx_queue:rx_queue tr:when retrnsmt uid timeout inode
          var columns = List.of(line.trim().split("\\s+", -1));
          if (columns.size() > 9
              && columns.get(1).endsWith(suffix)
              && columns.get(3).equals(LISTEN)) {
            sockets.add("socket:[" + columns.get(9) + "]");
          }
        }
      } catch (IOException e) {
        // Not Linux: then nobody is found.
        continue;
      }
    }
    return sockets;
  }

  private static boolean holds(long pid, Set<String> sockets) {
    if (sockets.isEmpty()) {
      return false;
    }
    try (var files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
      for (var file : files) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException | RuntimeException e) {
      // Another user's process, or one that has just ended.
      return false;
    }
    return false;
  }
}
