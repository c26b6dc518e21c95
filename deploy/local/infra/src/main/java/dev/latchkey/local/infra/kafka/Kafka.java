package dev.latchkey.local.infra.kafka;

import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.Ports;
import dev.latchkey.local.infra.store.Store;
import dev.latchkey.local.infra.store.StoreFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker and controller, in this process. */
public final class Kafka implements Store {

  /** Fixed: a broker refuses data that another cluster id was written into. */
  private static final String CLUSTER = "bGF0Y2hrZXktbG9jYWwwMQ";

  private final Path data;
  private final int port;
  private volatile @Nullable KafkaRaftServer server;

  /**
   * A broker that is not started yet.
   *
   * @param directory where data goes
   * @param port the port, or 0 for a free one
   */
  public Kafka(Path directory, int port) {
    this.data = directory.resolve("kafka");
    this.port = Ports.choose(port);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long pid() {
    return server == null ? -1 : ProcessHandle.current().pid();
  }

  @Override
  public void start() throws PortTaken, StoreFailed, InterruptedException {
    Ports.mustBeFree(name(), port);
    try {
      Files.createDirectories(data);
      format();
      var config = KafkaSettings.of(data, port, Ports.choose(0));
      var started = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
      server = started;
      started.startup();
      Topics.prepare(port);
    } catch (InterruptedException e) {
      throw e;
    } catch (ExecutionException e) {
      throw new StoreFailed("kafka's topics can not be made", e);
    } catch (Exception e) { // the formatter declares no less
      throw new StoreFailed("kafka can not be started", e);
    }
  }

  @Override
  public void stop() {
    var running = server;
    server = null;
    if (running != null) {
      running.shutdown();
      running.awaitShutdown();
    }
  }

  private void format() throws Exception {
    new Formatter()
        .setClusterId(CLUSTER)
        .setNodeId(KafkaSettings.NODE)
        .setControllerListenerName(KafkaSettings.CONTROLLER)
        .setMetadataLogDirectory(data.toString())
        .addDirectory(data.toString())
        .setIgnoreFormatted(true)
        .setUnstableFeatureVersionsEnabled(false)
        .setPrintStream(System.err)
        .run();
  }
}
