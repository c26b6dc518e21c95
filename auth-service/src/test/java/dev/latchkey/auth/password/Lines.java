package dev.latchkey.auth.password;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What a class writes into the log while this is open. */
final class Lines extends Handler implements AutoCloseable {

  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Logger logger;

  private Lines(Logger logger) {
    this.logger = logger;
  }

  static Lines of(Class<?> writer) {
    var lines = new Lines(Logger.getLogger(writer.getName()));
    lines.logger.addHandler(lines);
    return lines;
  }

  List<String> texts() {
    return texts;
  }

  @Override
  public void publish(LogRecord line) {
    texts.add(line instanceof ExtLogRecord known ? known.getFormattedMessage() : line.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
