package dev.latchkey.local.launcher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

  private static final String MAIL =
      """
      Date: Sat, 21 Nov 2026 12:00:00 +0000
      From: latchkey@example.com
      To: erin@example.com
      Subject: Please verify
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Grüße: http://127.0.0.1:8080/verify?token=3Dlkot_%s=
      end
      Bye
      """;

  @TempDir Path data;

  @Test
  void mails_are_shown_with_links_whole_the_newest_last() throws IOException {
    mail("erin@example.com", 1, "first");
    mail("erin@example.com", 2, "second");

    var mailbox = new Mailbox(new Installation(new House(data), data), "Erin@Example.com");

    assertThat(mailbox.mails()).hasSize(2);
    assertThat(mailbox.mails().getLast())
        .contains("Subject: Please verify", "?token=lkot_secondend\n");
    assertThat(mailbox.newestToken()).contains("lkot_secondend");
  }

  @Test
  void who_got_none_has_none() throws IOException {
    var mailbox = new Mailbox(new Installation(new House(data), data), "nobody@example.com");

    assertThat(mailbox.mails()).isEmpty();
    assertThat(mailbox.newestToken()).isEmpty();
  }

  private void mail(String to, int number, String token) throws IOException {
    var folder = Files.createDirectories(data.resolve("mail").resolve(to));
    Files.writeString(folder.resolve(number + "-1.eml"), MAIL.formatted(token));
  }
}
