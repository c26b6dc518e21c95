package dev.latchkey.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's API for messages and look-ups over real HTTP, with two accounts, in the moods that a
 * test wishes for: one for each text, the usual one when no wish is left. It sends nothing.
 */
public final class TwilioThatSendsNothing implements QuarkusTestResourceLifecycleManager {

  public static final String FIRST = "AC00000000000000000000000000000001";
  public static final String SECOND = "AC00000000000000000000000000000002";
  public static final String TOKEN = "token-of-";
  public static final String FROM = "+15005550006";
  public static final String SERVICE = "MG00000000000000000000000000000002";

  /** RFC 2822, with a number where others write GMT. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private static final Map<String, ConcurrentLinkedDeque<TwilioMood>> MOODS =
      new ConcurrentHashMap<>();
  private static final List<KeptText> TEXTS = new CopyOnWriteArrayList<>();
  private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
  private static final Map<String, TwilioMood> LINES = new ConcurrentHashMap<>();
  private static volatile Clock clock = Clock.systemUTC();

  /** A text that was taken. */
  public record KeptText(String sid, String account, Map<String, String> form, String created) {
    public String body() {
      return form.getOrDefault("Body", "");
    }

    public String callback() {
      return form.getOrDefault("StatusCallback", "");
    }
  }

  /** Forgets everything; the time of its messages is that of the clock. */
  public static void reset(Clock time) {
    MOODS.clear();
    TEXTS.clear();
    REQUESTS.clear();
    LINES.clear();
    clock = time;
  }

  /** The moods for the next texts handed to an account. */
  public static void moods(String account, TwilioMood... moods) {
    MOODS.put(account, new ConcurrentLinkedDeque<>(List.of(moods)));
  }

  /** What is answered about a line. */
  public static void line(String number, TwilioMood mood) {
    LINES.put(number, mood);
  }

  /** The texts to a number, over all accounts. */
  public static List<KeptText> texts(String to) {
    return TEXTS.stream().filter(text -> to.equals(text.form().get("To"))).toList();
  }

  /** Method and path of every request. */
  public static List<String> requests() {
    return List.copyOf(REQUESTS);
  }

  @Override
  public Map<String, String> start() {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.createContext("/2010-04-01/", TwilioThatSendsNothing::messages);
      server.createContext("/v2/PhoneNumbers/", TwilioThatSendsNothing::lines);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return settings("http://127.0.0.1:" + server.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}

  private static Map<String, String> settings(String url) {
    return Map.ofEntries(
        Map.entry("latchkey.sms.twilio.account-sid", FIRST),
        Map.entry("latchkey.sms.twilio.auth-token", TOKEN + FIRST),
        Map.entry("latchkey.sms.twilio.from", FROM),
        Map.entry("latchkey.sms.twilio.url", url),
        Map.entry("latchkey.sms.second.account-sid", SECOND),
        Map.entry("latchkey.sms.second.auth-token", TOKEN + SECOND),
        Map.entry("latchkey.sms.second.messaging-service-sid", SERVICE),
        Map.entry("latchkey.sms.second.url", url),
        Map.entry("latchkey.sms.timeout", "PT1S"));
  }

  private static void messages(HttpExchange exchange) throws IOException {
    var account = exchange.getRequestURI().getPath().split("/", -1)[3];
    REQUESTS.add(exchange.getRequestMethod() + " " + account);
    if (!authorized(exchange, account)) {
      TwilioMood.refuses(401, 20003).answer(exchange, "");
    } else if (exchange.getRequestMethod().equals("GET")) {
      new TwilioMood.Says(200, listed(form(exchange.getRequestURI().getRawQuery()).get("To")))
          .answer(exchange, "");
    } else {
      take(exchange, account);
    }
  }

  private static void take(HttpExchange exchange, String account) throws IOException {
    var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    if (!form.containsKey("To")
        || !form.containsKey("Body")
        || form.containsKey("From") == form.containsKey("MessagingServiceSid")) {
      TwilioMood.refuses(400, 21604).answer(exchange, "");
      return;
    }
    var moods = MOODS.getOrDefault(account, new ConcurrentLinkedDeque<>());
    var mood = moods.isEmpty() ? TwilioMood.USUAL : moods.poll();
    var sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    var text = new KeptText(sid, account, form, created());
    if (mood.takes()) {
      TEXTS.add(text);
    }
    mood.answer(exchange, json(text));
  }

  private static void lines(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var number = uri.getPath().substring("/v2/PhoneNumbers/".length());
    REQUESTS.add("GET " + uri.getRawPath() + "?" + uri.getRawQuery());
    LINES.getOrDefault(number, TwilioMood.refuses(404, 20404)).answer(exchange, "");
  }

  private static boolean authorized(HttpExchange exchange, String account) {
    var expected = account + ":" + TOKEN + account;
    return ("Basic " + Base64.getEncoder().encodeToString(expected.getBytes(UTF_8)))
        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static String listed(@Nullable String to) {
    return "{\"messages\":[%s],\"page\":0,\"page_size\":50,\"next_page_uri\":null}"
        .formatted(
            TEXTS.reversed().stream()
                .filter(text -> text.form().getOrDefault("To", "").equals(to))
                .map(TwilioThatSendsNothing::json)
                .collect(Collectors.joining(",")));
  }

  private static String json(KeptText text) {
    return """
    {"sid":"%s","account_sid":"%s","status":"queued","to":"%s","body":"%s","date_created":"%s",\
    "direction":"outbound-api","num_segments":"1","error_code":null}\
    """
        .formatted(
            text.sid(),
            text.account(),
            text.form().get("To"),
            text.body().replace("\n", "\\n"),
            text.created());
  }

  private static String created() {
    return DATE.format(clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static Map<String, String> form(String text) {
    var form = new HashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }
}
