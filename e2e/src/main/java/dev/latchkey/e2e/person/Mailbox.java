package dev.latchkey.e2e.person;

import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mail of one address, as the local mailbox keeps it: a file each. */
public final class Mailbox {

  private static final Pattern LINK = Pattern.compile("[?&]token=([A-Za-z0-9_]+)");
  private static final Pattern QUOTED = Pattern.compile("=([0-9A-F]{2})");
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: *(\\S+)");
  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(30));

  private final Path folder;

  /** The mailbox of an address in a directory of the local mailbox. */
  public Mailbox(Path mail, String address) {
    this.folder = mail.resolve(address);
  }

  /** The token of the newest link; waits for it. */
  public String linkToken() {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(this::newestLink, Optional::isPresent)
        .orElseThrow();
  }

  /** The token of the newest link that is none of those; waits for it. */
  public String linkTokenBeside(List<String> known) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> linkTokens().stream().filter(token -> !known.contains(token)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** The tokens of all links so far, the newest first. */
  public List<String> linkTokens() {
    return mails().stream()
        .flatMap(mail -> LINK.matcher(mail).results().map(found -> found.group(1)))
        .toList()
        .reversed();
  }

  /** The one mail with that in its subject; waits for it. */
  public String mailAbout(String subject) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> mailsAbout(subject).stream().findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** The mails so far with that in their subject. */
  public List<String> mailsAbout(String subject) {
    return mails().stream()
        .filter(mail ->
            mail.lines().anyMatch(line -> line.startsWith("Subject: ") && line.contains(subject)))
        .toList();
  }

  /** Which mails there are: one that was sent twice counts once, as it does for its reader. */
  public Set<String> messageIds() {
    return mails().stream()
        .flatMap(mail -> MESSAGE_ID.matcher(mail).results().map(found -> found.group(1)))
        .collect(Collectors.toSet());
  }

  /** All mails, the oldest first, with soft line breaks and escapes undone. */
  public List<String> mails() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Mailbox::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> newestLink() {
    return linkTokens().stream().findFirst();
  }

  private static String read(Path file) {
    try {
      var text = Files.readString(file, StandardCharsets.UTF_8);
      return text.toLowerCase(java.util.Locale.ROOT).contains("quoted-printable")
          ? QUOTED.matcher(text.replaceAll("=\r?\n", "")).replaceAll(Mailbox::unquoted)
          : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unquoted(MatchResult escape) {
    return java.util.regex.Matcher.quoteReplacement(
        String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
  }
}
