package dev.latchkey.local.launcher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextBoxTest {

  @TempDir Path data;

  @Test
  void texts_are_shown_the_newest_last_however_the_number_is_written() throws IOException {
    var folder = Files.createDirectories(data.resolve("sms/+4915112345678"));
    Files.writeString(folder.resolve("1-1.txt"), "To: +49\n\nfirst\n");
    Files.writeString(folder.resolve("2-1.txt"), "To: +49\n\nsecond\n@host #12345678\n");

    var box = new TextBox(new Installation(new House(data), data), "+49 (151) 123-45678");

    assertThat(box.texts()).hasSize(2);
    assertThat(box.texts().getLast()).endsWith("@host #12345678");
  }

  @Test
  void who_got_none_has_none() throws IOException {
    assertThat(new TextBox(new Installation(new House(data), data), "../mail").texts()).isEmpty();
  }
}
