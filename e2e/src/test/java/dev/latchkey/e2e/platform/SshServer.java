package dev.latchkey.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A git server's sshd: OpenSSH's own, as the user who runs the tests, on a loopback port, with the
 * program of {@code deploy/ssh} for its AuthorizedKeysCommand. Who signs in is told their account.
 */
public final class SshServer implements AutoCloseable {

  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final Path SEPARATION = Path.of("/run/sshd");
  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(20));
  private static final String ME = System.getProperty("user.name");

  private final Path folder;
  private final int port;
  private final Process process;

  private SshServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** True when this machine has what it takes. */
  public static boolean possible() {
    return Files.isExecutable(SSHD)
        && List.of("ssh", "ssh-keygen", "curl", "openssl").stream().allMatch(Shell::has);
  }

  /** Starts one that asks this platform. */
  public static SshServer start(Platform platform) {
    try {
      var folder = Files.createTempDirectory(Files.createDirectories(platform.scratch()), "sshd");
      var server = start(folder, platform);
      await("sshd listens").atMost(PATIENCE).until(server::listens);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SshServer start(Path folder, Platform platform) throws IOException {
    int port = freePort();
    keygen(folder, "host", "ed25519", "256");
    var settings = folder.resolve("authorized-keys.conf");
    Files.writeString(
        settings,
        """
        url=%s
        key_file=%s
        options=restrict,command="echo {account}"
        """
            .formatted(
                platform.service(Owner.AUTH).internalDoor().base(),
                platform.data().resolve("git.pem")));
    var config = folder.resolve("sshd_config");
    Files.writeString(config, config(folder, port, program(platform), settings));
    if (ME.equals("root")) {
      // As Debian's service does before it starts sshd.
      Files.createDirectories(SEPARATION);
    }
    var process =
        new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    return new SshServer(folder, port, process);
  }

  private static Path program(Platform platform) {
    return platform.root().resolve("deploy/ssh/latchkey-authorized-keys");
  }

  /**
   * sshd runs a program only if nobody but root could have changed it. The shell is such a one, and
   * the test need not be root to install ours.
   */
  private static String config(Path folder, int port, Path program, Path settings) {
    return """
    ListenAddress 127.0.0.1
    Port %d
    HostKey %s
    PidFile none
    UsePAM no
    PermitRootLogin forced-commands-only
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    AuthorizedKeysFile none
    AuthorizedKeysCommand /bin/sh %s %s %%t %%k
    AuthorizedKeysCommandUser %s
    LogLevel VERBOSE
    """
        .formatted(port, folder.resolve("host"), program, settings, ME);
  }

  /** A new key pair; its public half as a {@code .pub} file has it. */
  public String newKey(String name, String type, String bits) {
    keygen(folder, name, type, bits);
    try {
      return Files.readString(folder.resolve(name + ".pub"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever holds that key, and shows nothing else, is taken for that account. */
  public void assertAdmits(String key, String account) {
    var result = signIn(key);
    assertThat(result.output()).as(result.errors() + log()).isEqualTo(account + "\n");
    assertThat(result.code()).isZero();
  }

  /** Whoever holds that key, and shows nothing else, is nobody. */
  public void assertRefuses(String key) {
    var result = signIn(key);
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).contains("Permission denied (publickey)");
  }

  private Shell.Result signIn(String name) {
    return Shell.run(
        folder,
        Map.of(),
        List.of(
            "ssh",
            "-F",
            "none",
            "-i",
            folder.resolve(name).toString(),
            "-p",
            String.valueOf(port),
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            "IdentityAgent=none",
            "-o",
            "BatchMode=yes",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            ME + "@127.0.0.1"),
        60);
  }

  /** What sshd has said so far. */
  public String log() {
    try {
      return Files.readString(folder.resolve("sshd.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static void keygen(Path folder, String name, String type, String bits) {
    var file = folder.resolve(name).toString();
    var result =
        Shell.run(
            folder,
            Map.of(),
            List.of("ssh-keygen", "-q", "-t", type, "-b", bits, "-N", "", "-C", name, "-f", file),
            60);
    if (result.code() != 0) {
      throw new AssertionError("ssh-keygen: " + result.errors());
    }
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new AssertionError("sshd has ended: " + log());
    }
    try (var connection = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return connection.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
