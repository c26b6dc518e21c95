package dev.latchkey.cli.twofactor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.credential.PrivateFile;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "2fa:recovery-codes",
    description = "Show the recovery codes that are left, or make ten new ones.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  latch 2fa:recovery-codes",
      "  latch 2fa:recovery-codes --regenerate --output codes.txt"
    })
public final class RecoveryCodes implements Callable<Integer> {

  private final Invocation invocation;

  @Option(names = "--regenerate", description = "Make ten new ones; the old ones are dead at once.")
  private boolean regenerate;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write them to a new file that only you can read, instead of the screen.")
  private @Nullable Path output;

  public RecoveryCodes(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    // Before the codes: making them and then having no place for them would lose ten.
    var file = output == null ? null : new PrivateFile(output.toAbsolutePath()).reserve();
    try {
      var answer = invocation.signedIn().askWithPassword(call(regenerate));
      var codes = answer.isArray() ? answer : answer.path("recovery_codes");
      return file == null || codes.isEmpty() ? show(answer) : save(answer, codes, file);
    } finally {
      if (file != null) {
        file.releaseIfEmpty();
      }
    }
  }

  private static Call call(boolean regenerate) {
    return regenerate ? Call.post("/account/recovery-codes") : Call.get("/account/recovery-codes");
  }

  private int show(JsonNode answer) {
    invocation.screen().show(answer, () -> new CodeList(invocation).show(answer));
    return ExitCode.OK.number();
  }

  private int save(JsonNode answer, JsonNode codes, PrivateFile file) {
    try {
      file.fill(CodeList.text(codes));
    } catch (Failure full) {
      // The old codes are dead: these must not be lost with them.
      invocation.screen().aside(full.sentence());
      var unused = show(answer);
      return full.code().number();
    }
    var screen = invocation.screen();
    screen.show(
        JsonNodeFactory.instance.objectNode().put("written_to", file.path().toString()),
        () -> screen.line("Written to " + file.path() + ", for your eyes only (mode 0600)."));
    return ExitCode.OK.number();
  }
}
