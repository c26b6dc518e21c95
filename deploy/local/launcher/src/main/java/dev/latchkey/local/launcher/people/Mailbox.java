package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The mails to one address that were not really sent. */
public final class Mailbox {

  private static final Pattern TOKEN = Pattern.compile("[?&]token=([A-Za-z0-9_]+)");
  private static final int PAUSE_MILLIS = 100;

  private final Path folder;

  public Mailbox(Installation installation, String email) {
    // The mailbox server names folders so.
    this.folder =
        installation
            .mail()
            .resolve(email.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@.+_-]", "_"));
  }

  /** All mails as text, the oldest first. */
  public List<String> mails() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var mails = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".eml")).sorted().toList()) {
        mails.add(read(file));
      }
    }
    return mails;
  }

  /** The same; waits for the first mail, which travels through Kafka. */
  public List<String> awaitMails(Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var mails = mails();
    while (mails.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      mails = mails();
    }
    return mails;
  }

  /** The token of the newest link. */
  Optional<String> newestToken() throws IOException {
    return mails().reversed().stream()
        .flatMap(mail -> TOKEN.matcher(mail).results())
        .map((MatchResult found) -> found.group(1))
        .findFirst();
  }

  private static String read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var mail = new MimeMessage(Session.getInstance(new Properties()), in);
      return "Date: %s%nFrom: %s%nTo: %s%nSubject: %s%n%n%s"
          .formatted(
              mail.getHeader("Date", ", "),
              mail.getHeader("From", ", "),
              mail.getHeader("To", ", "),
              mail.getSubject(),
              text(mail).strip());
    } catch (MessagingException e) {
      throw new IOException(file + " cannot be read", e);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      var plain = "";
      for (int i = 0; i < parts.getCount() && plain.isEmpty(); i++) {
        BodyPart one = parts.getBodyPart(i);
        plain = one.isMimeType("text/html") ? "" : text(one);
      }
      return plain;
    }
    // Lines of a mail end with CR LF; a shell that takes a link out of them wants neither.
    return part.getContent() instanceof String text ? text.replace("\r\n", "\n") : "";
  }
}
