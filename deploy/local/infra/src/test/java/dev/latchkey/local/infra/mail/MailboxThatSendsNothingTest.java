package dev.latchkey.local.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxThatSendsNothingTest {

  @TempDir Path folder;
  private MailboxThatSendsNothing mailbox = new MailboxThatSendsNothing(Path.of(""), 0);

  @BeforeEach
  void open() throws Exception {
    mailbox = new MailboxThatSendsNothing(folder, 0);
    mailbox.start();
  }

  @AfterEach
  void close() {
    mailbox.stop();
  }

  @Test
  void a_mail_becomes_a_file_that_only_its_owner_reads() throws Exception {
    send("alice@example.com", "first");
    send("alice@example.com", "second");

    var mails = files(folder.resolve("mail/alice@example.com"));
    assertThat(mails).hasSize(2).allMatch(mail -> mail.toString().endsWith(".eml"));
    assertThat(Files.readString(mails.getFirst())).contains("Subject: first");
    for (var mail : mails) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mail)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void an_address_does_not_lead_out_of_the_folder() {
    assertThat(MailFiles.folder("../../etc/x@y")).isEqualTo("__.._etc_x@y");
    assertThat(MailFiles.folder("..")).isEqualTo("_");
    assertThat(MailFiles.folder("a".repeat(300))).hasSize(200);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private void send(String address, String subject) throws Exception {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(mailbox.port()));
    var mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("latchkey@example.com"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
    mail.setSubject(subject);
    mail.setText("hello");
    Transport.send(mail);
  }
}
