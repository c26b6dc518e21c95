package dev.latchkey.local.infra.sms;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.local.infra.store.Directories;
import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.Ports;
import dev.latchkey.local.infra.store.Store;
import dev.latchkey.local.infra.store.StoreFailed;
import dev.latchkey.local.infra.unsent.UnsentPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Twilio in development: takes texts for anybody, keeps them as files, sends none,
 * and reports as Twilio would. What it pretends of a number is decided by the number: {@link
 * Pretence}.
 */
public final class SmsProviderThatSendsNothing implements Store {

  private final Path directory;
  private final int port;
  private final String authToken;
  private final Optional<URI> platform;
  private volatile @Nullable HttpServer server;

  /**
   * A provider that is not started yet.
   *
   * @param directory texts go to {@code sms/<number>/<millis>-<n>.txt} in it
   * @param port the port, or 0 for a free one
   * @param authToken the password of every account; also signs callbacks
   * @param platform where links on the page of what was not sent may lead
   */
  public SmsProviderThatSendsNothing(
      Path directory, int port, String authToken, Optional<URI> platform) {
    this.directory = directory;
    this.platform = platform;
    this.port = Ports.choose(port);
    this.authToken = authToken;
  }

  @Override
  public String name() {
    return "sms";
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
  public void start() throws PortTaken, StoreFailed {
    Ports.mustBeFree(name(), port);
    try {
      var texts = new TextFiles(Directories.secret(directory.resolve("sms")));
      var messages = new MessagesApi(authToken, texts, new StatusCallbacks(authToken));
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
      started.createContext("/2010-04-01/Accounts/", messages);
      started.createContext("/v2/PhoneNumbers/", new LookupsApi(authToken));
      started.createContext("/", new UnsentPage(directory, platform));
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.start();
      server = started;
    } catch (IOException | RuntimeException e) {
      throw new StoreFailed("the SMS provider can not be started", e);
    }
  }

  @Override
  public void stop() {
    var running = server;
    server = null;
    if (running != null) {
      running.stop(0);
    }
  }
}
