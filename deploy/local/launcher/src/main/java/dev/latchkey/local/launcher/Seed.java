package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.people.People;
import dev.latchkey.local.launcher.people.Seeding;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "seed", description = "Makes the seeded people that are missing (up does it too).")
final class Seed implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var url = here.running().url();
    new Seeding(here.installation(), url, Clock.systemUTC(), new Progress(System.out)).seed();
    System.out.println(new People(here.installation()).describe());
    return 0;
  }
}
