package dev.latchkey.local.launcher;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.local.launcher.build.LatchProgram;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

@Command(
    name = "operator",
    description =
        "Runs latch-operator on the platform that runs here, as one of its two operators.")
final class Operator implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Option(names = "--second", description = "As the other one: some deeds take two.")
  private boolean second;

  @Unmatched private List<String> words = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var running = here.running();
    var folder = new LatchProgram(House.here(), new Progress(System.err)).folder();
    var command = new ArrayList<>(List.of(folder.resolve("latch-operator").toString()));
    command.addAll(words);
    var builder = new ProcessBuilder(command).inheritIO();
    var key = Asker.OPERATOR.caller() + (second ? ".second" : "");
    builder.environment().put("LATCHKEY_OPERATOR_KEY", here.installation().key(key).toString());
    for (var owner : Owner.values()) {
      var variable = "LATCHKEY_" + owner.service().toUpperCase(Locale.ROOT).replace('-', '_');
      var port = running.port(owner.service() + ".internal");
      builder.environment().put(variable, "http://127.0.0.1:" + port);
    }
    return builder.start().waitFor();
  }
}
