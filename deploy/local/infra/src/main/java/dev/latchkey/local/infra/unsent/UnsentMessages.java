package dev.latchkey.local.infra.unsent;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files that mailbox and SMS provider have kept: {@code <to>/<millis>-<n>.eml}, {@code .txt}.
 */
final class UnsentMessages {

  private static final Pattern NAME = Pattern.compile("(\\d{1,15})-(\\d{1,9})\\.(eml|txt)");

  private final Path directory;

  UnsentMessages(Path directory) {
    this.directory = directory;
  }

  /** A file whose name tells when it was kept. */
  private record Kept(Path file, long millis, long number, boolean mail) {

    static Optional<Kept> of(Path file) {
      var name = NAME.matcher(file.getFileName().toString());
      return name.matches()
          ? Optional.of(
              new Kept(
                  file,
                  Long.parseLong(name.group(1)),
                  Long.parseLong(name.group(2)),
                  name.group(3).equals("eml")))
          : Optional.empty();
    }
  }

  /** The newest first. */
  List<UnsentMessage> newest(int most) throws IOException {
    var kept = new ArrayList<Kept>();
    for (var folder : List.of("sms", "mail")) {
      kept.addAll(in(directory.resolve(folder)));
    }
    kept.sort(Comparator.comparingLong(Kept::millis).thenComparingLong(Kept::number).reversed());
    var messages = new ArrayList<UnsentMessage>();
    for (var one : kept.subList(0, Math.min(most, kept.size()))) {
      try {
        messages.add(one.mail() ? mail(one) : sms(one));
      } catch (NoSuchFileException gone) {
        // Somebody tidies up while we read.
        continue;
      }
    }
    return messages;
  }

  private static List<Kept> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder, 2)) {
      return files.filter(Files::isRegularFile).map(Kept::of).flatMap(Optional::stream).toList();
    }
  }

  /** A head of its own, an empty line, the text. */
  private static UnsentMessage sms(Kept kept) throws IOException {
    var parts = Files.readString(kept.file(), UTF_8).replace("\r\n", "\n").split("\n\n", 2);
    var text = parts.length == 2 ? parts[1].strip() : parts[0];
    return new UnsentMessage("SMS", at(kept), folder(kept), "", text);
  }

  private static UnsentMessage mail(Kept kept) throws IOException {
    try (var in = Files.newInputStream(kept.file())) {
      var mail = new MimeMessage(null, in);
      var to = mail.getRecipients(Message.RecipientType.TO);
      return new UnsentMessage(
          "Mail",
          at(kept),
          to == null || to.length == 0 ? folder(kept) : to[0].toString(),
          Optional.ofNullable(mail.getSubject()).orElse(""),
          plain(mail).orElse("").strip());
    } catch (MessagingException unreadable) {
      return new UnsentMessage("Mail", at(kept), folder(kept), "", "This mail can't be read.");
    }
  }

  /** The first part that is plain text. */
  private static Optional<String> plain(Part part) throws IOException, MessagingException {
    if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
      return Optional.of(text);
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = plain(parts.getBodyPart(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Instant at(Kept kept) {
    return Instant.ofEpochMilli(kept.millis());
  }

  private static String folder(Kept kept) {
    return kept.file().resolveSibling("").normalize().getFileName().toString();
  }
}
