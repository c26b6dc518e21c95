package dev.latchkey.local.launcher.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, in words, as far as this user may know. */
final class PortHolder {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTEN = "0A";
  private static final int LONGEST_COMMAND = 120;

  private PortHolder() {}

  static String of(int port) {
    return fromProc(port)
        .or(() -> fromLsof(port))
        .map(PortHolder::describe)
        .orElse("a process that this user cannot see");
  }

  private static String describe(long pid) {
    var info = ProcessHandle.of(pid).map(ProcessHandle::info);
    var command =
        info.flatMap(ProcessHandle.Info::commandLine)
            .or(() -> info.flatMap(ProcessHandle.Info::command))
            .orElse("unknown");
    return "process %d (%s)"
        .formatted(pid, command.substring(0, Math.min(LONGEST_COMMAND, command.length())));
  }

  private static Optional<Long> fromProc(int port) {
    var sockets = listening(port);
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .map(ProcessHandle::pid)
            .filter(pid -> holds(pid, sockets))
            .findFirst();
  }

  private static Set<String> listening(int port) {
    var suffix = String.format(Locale.ROOT, ":%04X", port);
    var sockets = new HashSet<String>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      try {
        for (var line : Files.readAllLines(PROC.resolve(table))) {
          // sl local_address rem_address st tx_queue:rx_queue tr:when retrnsmt uid timeout inode
          var columns = List.of(line.strip().split("\\s+", -1));
          if (columns.size() > 9
              && columns.get(1).endsWith(suffix)
              && columns.get(3).equals(LISTEN)) {
            sockets.add("socket:[" + columns.get(9) + "]");
          }
        }
      } catch (IOException e) {
        return Set.of();
      }
    }
    return sockets;
  }

  private static boolean holds(long pid, Set<String> sockets) {
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

  private static Optional<Long> fromLsof(int port) {
    try {
      var process =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().findFirst().map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
