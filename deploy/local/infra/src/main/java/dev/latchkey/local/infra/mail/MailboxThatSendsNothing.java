package dev.latchkey.local.infra.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.local.infra.store.Directories;
import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.Ports;
import dev.latchkey.local.infra.store.Store;
import dev.latchkey.local.infra.store.StoreFailed;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An SMTP server for development: takes mail for anybody, keeps it as files, sends none. */
public final class MailboxThatSendsNothing implements Store {

  private final Path directory;
  private final int port;
  private volatile @Nullable GreenMail server;

  /**
   * A mailbox that is not started yet.
   *
   * @param directory mails go to {@code mail/<address>/<millis>-<n>.eml} in it
   * @param port the port, or 0 for a free one
   */
  public MailboxThatSendsNothing(Path directory, int port) {
    this.directory = directory.resolve("mail");
    this.port = Ports.choose(port);
  }

  @Override
  public String name() {
    return "mail";
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
      Directories.secret(directory);
      var files = new MailFiles(directory);
      var started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server = started;
      started.start();
      started
          .getUserManager()
          .setMessageDeliveryHandler((mail, address) -> {
            files.keep(mail.getMessage(), address.getEmail());
            return new Addressee(address.getEmail());
          });
    } catch (IOException | RuntimeException e) {
      throw new StoreFailed("the mailbox can not be started", e);
    }
  }

  @Override
  public void stop() {
    var running = server;
    server = null;
    if (running != null) {
      running.stop();
    }
  }
}
