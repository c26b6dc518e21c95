package dev.latchkey.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How {@link TwilioThatSendsNothing} meets one request. */
public sealed interface TwilioMood {

  /** Takes the text and says so. */
  TwilioMood USUAL = new Takes(taken -> {});

  /** Takes the text, and nobody hears of it: the connection dies. */
  TwilioMood TAKES_AND_IS_SILENT = new Silent(true);

  /** Does nothing, and takes its time about it. */
  TwilioMood IS_SILENT = new Silent(false);

  /** True when the text is kept. */
  boolean takes();

  /** Answers; {@code taken} is the message as JSON. */
  void answer(HttpExchange exchange, String taken) throws IOException;

  static TwilioMood refuses(int status, int code) {
    return new Says(
        status,
        "{\"code\":%d,\"message\":\"to +4915112345678\",\"more_info\":\"\",\"status\":%d}"
            .formatted(code, status));
  }

  static TwilioMood busy(int seconds) {
    return new Busy(seconds);
  }

  /** Takes the text, and something happens before it says so. */
  static TwilioMood afterwards(Consumer<String> taken) {
    return new Takes(taken);
  }

  /** Answers something. */
  record Says(int status, String json) implements TwilioMood {
    @Override
    public boolean takes() {
      return false;
    }

    @Override
    public void answer(HttpExchange exchange, String taken) throws IOException {
      say(exchange, status, json);
    }
  }

  /** Takes the text. */
  record Takes(Consumer<String> then) implements TwilioMood {
    @Override
    public boolean takes() {
      return true;
    }

    @Override
    public void answer(HttpExchange exchange, String taken) throws IOException {
      then.accept(taken);
      say(exchange, 201, taken);
    }
  }

  /** Too much at once. */
  record Busy(int seconds) implements TwilioMood {
    @Override
    public boolean takes() {
      return false;
    }

    @Override
    public void answer(HttpExchange exchange, String taken) throws IOException {
      exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
      refuses(429, 20429).answer(exchange, taken);
    }
  }

  /** Says nothing until whoever asked has given up. */
  record Silent(boolean takes) implements TwilioMood {
    @Override
    public void answer(HttpExchange exchange, String taken) throws IOException {
      try {
        TimeUnit.SECONDS.sleep(3);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    }
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    var body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
