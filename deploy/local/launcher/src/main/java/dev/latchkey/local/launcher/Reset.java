package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.Folders;
import dev.latchkey.local.launcher.house.RunningState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "reset",
    description = "Deletes the platform's data: accounts, secrets, mails, logs.")
final class Reset implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Override
  public Integer call() throws IOException {
    var installation = here.installation();
    if (RunningState.of(installation).isPresent()) {
      throw new IOException("the platform runs; ./dev down first");
    }
    var ours = Files.exists(installation.lock()) && Files.exists(installation.logs());
    if (Files.exists(installation.data()) && !ours) {
      throw new IOException(installation.data() + " is not the data of a platform");
    }
    Folders.delete(installation.data());
    System.out.println(installation.data() + " is empty; the next ./dev up begins anew");
    return 0;
  }
}
