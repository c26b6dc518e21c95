package dev.latchkey.local.infra.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /2010-04-01/Accounts/{sid}/Messages}: create, list, fetch. */
final class MessagesApi implements HttpHandler {

  private static final Pattern PATH =
      Pattern.compile(
          "/2010-04-01/Accounts/(AC[0-9a-fA-F]{32})/Messages(?:/(SM[0-9a-fA-F]{32}))?\\.json");

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int LONGEST_BODY = 1600;
  private static final int SILENCE_SECONDS = 20;
  private static final int USUAL_PAGE = 50;

  private final String authToken;
  private final TextFiles texts;
  private final StatusCallbacks callbacks;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  MessagesApi(String authToken, TextFiles texts, StatusCallbacks callbacks) {
    this.authToken = authToken;
    this.texts = texts;
    this.callbacks = callbacks;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!Form.authorized(exchange, authToken)) {
      Answer.unauthorized().send(exchange);
    } else if (!path.matches()) {
      Answer.notFound().send(exchange);
    } else if (exchange.getRequestMethod().equals("POST") && path.group(2) == null) {
      create(exchange, path.group(1), Form.ofBody(exchange));
    } else if (path.group(2) == null) {
      list(path.group(1), Form.ofQuery(exchange)).send(exchange);
    } else {
      fetch(path.group(1), path.group(2)).send(exchange);
    }
  }

  private void create(HttpExchange exchange, String account, Form form) throws IOException {
    var wrong = complaint(form);
    if (wrong.isPresent()) {
      wrong.get().send(exchange);
      return;
    }
    var to = form.field("To").orElseThrow();
    var pretence = Pretence.of(to);
    var trouble = trouble(exchange, pretence, to);
    if (trouble.isPresent()) {
      trouble.get().send(exchange);
      return;
    }
    var text =
        new KeptText(
            "SM" + UUID.randomUUID().toString().replace("-", ""),
            account,
            to,
            form.field("From").orElse(""),
            form.field("MessagingServiceSid").orElse(null),
            form.field("Body").orElseThrow(),
            form.field("StatusCallback"),
            Instant.now());
    texts.keep(text);
    if (pretence == Pretence.SILENT) {
      pause();
    }
    var status = text.service() == null ? "queued" : "accepted";
    new Answer(201, text.json(status)).send(exchange);
    callbacks.report(text, pretence);
  }

  /** What Twilio requires of a message. */
  private static Optional<Answer> complaint(Form form) {
    var to = form.field("To");
    if (to.isEmpty()) {
      return Optional.of(Answer.error(400, 21604, "A 'To' phone number is required."));
    }
    if (!E164.matcher(to.get()).matches() || Pretence.of(to.get()) == Pretence.INVALID) {
      return Optional.of(Answer.error(400, 21211, "Invalid 'To' Phone Number"));
    }
    if (form.field("From").isEmpty() && form.field("MessagingServiceSid").isEmpty()) {
      return Optional.of(
          Answer.error(400, 21603, "A 'From' or a 'MessagingServiceSid' is required."));
    }
    var body = form.field("Body").orElse("");
    if (body.isEmpty()) {
      return Optional.of(Answer.error(400, 21602, "Message body is required."));
    }
    return body.length() > LONGEST_BODY
        ? Optional.of(Answer.error(400, 21617, "The message body exceeds 1600 characters."))
        : Optional.empty();
  }

  private Optional<Answer> trouble(HttpExchange exchange, Pretence pretence, String to) {
    return switch (pretence) {
      case LANDLINE -> Optional.of(Answer.error(400, 21614, "'To' number is no mobile number"));
      case DOWN -> Optional.of(Answer.error(503, 20503, "Service unavailable"));
      case BUSY -> {
        var busy = everyOtherTime(to, Answer.error(429, 20429, "Too many requests"));
        busy.ifPresent(answer -> exchange.getResponseHeaders().set("Retry-After", "2"));
        yield busy;
      }
      case BROKEN_ONCE -> everyOtherTime(to, Answer.error(500, 20500, "Internal server error"));
      default -> Optional.empty();
    };
  }

  private Optional<Answer> everyOtherTime(String to, Answer answer) {
    if (seen.add(to)) {
      return Optional.of(answer);
    }
    seen.remove(to);
    return Optional.empty();
  }

  private Answer list(String account, Form filter) {
    var size = filter.field("PageSize").map(Integer::parseInt).orElse(USUAL_PAGE);
    var to = filter.field("To");
    var found =
        texts.all().stream()
            .filter(text -> text.account().equals(account))
            .filter(text -> to.isEmpty() || to.get().equals(text.to()))
            .limit(size)
            .map(text -> text.json(callbacks.status(text)))
            .toList();
    var uri = "/2010-04-01/Accounts/%s/Messages.json?PageSize=%d&Page=0".formatted(account, size);
    var page = new LinkedHashMap<String, @Nullable Object>();
    page.put("messages", found);
    page.put("page", 0);
    page.put("page_size", size);
    page.put("start", 0);
    page.put("end", Math.max(0, found.size() - 1));
    page.put("uri", uri);
    page.put("first_page_uri", uri);
    page.put("next_page_uri", null);
    page.put("previous_page_uri", null);
    return new Answer(200, page);
  }

  private Answer fetch(String account, String sid) {
    return all(account).stream()
        .filter(text -> text.sid().equals(sid))
        .map(text -> new Answer(200, text.json(callbacks.status(text))))
        .findFirst()
        .orElseGet(Answer::notFound);
  }

  private List<KeptText> all(String account) {
    return texts.all().stream().filter(text -> text.account().equals(account)).toList();
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(SILENCE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
