package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.NativeToolchain;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.RunningState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "doctor", description = "Says what is missing on this machine.")
final class Doctor implements Callable<Integer> {

  private static final long NEEDED_MEMORY_GB = 3;
  private static final long NEEDED_DISK_GB = 4;
  private static final long GB = 1L << 30;

  /** Programs that only some tests use; without them those are skipped. */
  private static final Map<String, String> HELPERS =
      new TreeMap<>(
          Map.of(
              "curl", "the README's tour",
              "oathtool", "codes by an independent program (Debian: oathtool)",
              "zbarimg", "reading QR codes (Debian: zbar-tools)",
              "ssh-keygen", "SSH keys (Debian: openssh-client)",
              "sshd", "Git over SSH (Debian: openssh-server)",
              "node", "the heroku CLI, Node 20 or newer (Debian: nodejs)",
              "npm", "the heroku CLI (Debian: npm)",
              "secret-tool", "latch's keyring (Debian: libsecret-tools, gnome-keyring, dbus)",
              "zsh", "latch's completion in zsh (Debian: zsh)",
              "fish", "latch's completion in fish (Debian: fish)"));

  @Mixin private final Here here = new Here();

  private boolean well = true;

  @Override
  public Integer call() throws IOException {
    say(true, "JDK " + Runtime.version() + " at " + System.getProperty("java.home"));
    var root = House.here().root();
    say(Files.isWritable(root), "the project's folder can be written to: " + root);
    memory();
    long disk = Files.getFileStore(root).getUsableSpace() / GB;
    say(disk >= NEEDED_DISK_GB, disk + " GB of disk are free, 4 are needed");
    packages();
    platform();
    for (var helper : HELPERS.entrySet()) {
      var there = onPath(helper.getKey());
      System.out.println(
          (there ? "ok       " : "optional ") + helper.getKey() + ": " + helper.getValue());
    }
    System.out.println(
        NativeToolchain.here()
            .map(found -> "ok       " + found.program() + ": latch as an executable (./dev native)")
            .orElse("optional native-image: latch as an executable (GraalVM or Mandrel 25)"));
    System.out.println(well ? "All is well: ./dev up" : "Not all is well: see above.");
    return well ? 0 : 1;
  }

  private void memory() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      long memory = system.getTotalMemorySize() / GB;
      say(memory >= NEEDED_MEMORY_GB, memory + " GB of memory, 3 are needed");
    }
  }

  private void packages() {
    var repository = Path.of(System.getProperty("user.home"), ".m2", "repository", "io", "quarkus");
    System.out.println(
        Files.isDirectory(repository)
            ? "ok       Maven's local repository has packages"
            : "ok       Maven has no packages yet: the first build needs the network");
  }

  private void platform() throws IOException {
    var running = RunningState.of(here.installation());
    if (running.isPresent()) {
      say(true, "the platform is up: " + running.get().url());
      return;
    }
    Optional<String> taken = Ports.from(System.getenv()).complaint();
    say(taken.isEmpty(), taken.orElse("all ports are free"));
  }

  private void say(boolean good, String line) {
    well &= good;
    System.out.println((good ? "ok       " : "MISSING  ") + line);
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
