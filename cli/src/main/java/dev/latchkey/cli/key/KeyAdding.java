package dev.latchkey.cli.key;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "keys:add",
    description = "Add an SSH key, for Git.",
    footerHeading = "%nExamples:%n",
    footer = {"  latch keys:add", "  latch keys:add ~/.ssh/work.pub"})
public final class KeyAdding implements Callable<Integer> {

  /** What OpenSSH makes and finds by itself, the best first. */
  private static final String[] USUAL = {"id_ed25519.pub", "id_ecdsa.pub", "id_rsa.pub"};

  private static final int LONGEST = 16 * 1024;

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The public key; the usual one of ~/.ssh when left out.")
  private @Nullable Path file;

  public KeyAdding(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var key = publicKey(file == null ? usual() : file);
    var added = invocation.signedIn().ask(Call.post(Keys.PATH).json(Map.of("public_key", key)));
    var screen = invocation.screen();
    screen.show(
        added,
        () -> screen.line("Added: " + Printable.of(added.path("fingerprint_sha256").asText())));
    return ExitCode.OK.number();
  }

  private Path usual() {
    var folder = invocation.home().resolve(".ssh");
    var found =
        Stream.of(USUAL)
            .map(folder::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() ->
                new Failure(
                    ExitCode.USAGE,
                    "latch_no_key",
                    "There is no key in %s. Make one with `ssh-keygen -t ed25519`, or name a file."
                        .formatted(folder)));
    invocation.screen().aside("Adding " + found);
    return found;
  }

  /** A private key by mistake never leaves the machine. */
  private static String publicKey(Path file) {
    try {
      var text =
          Files.size(file) > LONGEST
              ? ""
              : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
      if (text.contains("PRIVATE KEY")) {
        throw new Failure(
            ExitCode.USAGE,
            "latch_private_key",
            file + " is a private key, which nobody else may have. Name the .pub file beside it.");
      }
      if (!text.matches("(ssh-|ecdsa-|sk-)\\S+ [A-Za-z0-9+/=]+.*")) {
        throw new Failure(ExitCode.USAGE, "latch_no_key", file + " is no SSH public key.");
      }
      return text;
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "latch_no_key", file + " cannot be read.");
    }
  }
}
