package dev.latchkey.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailLinkTest {

  @ParameterizedTest
  @CsvSource({
    "https://id.example.com/verify?token=lkev_4f3A, lkev_4f3A",
    "'  https://id.example.com/verify?token=lkev_4f3A \n', lkev_4f3A",
    "https://elsewhere.example.org/?a=b&token=lkev_4f3A, lkev_4f3A",
    "token=lkev_4f3A, lkev_4f3A",
    "lkev_4f3A, lkev_4f3A",
    "' lkev_4f3A\r', lkev_4f3A",
    "https://id.example.com/verify?token=, ''",
    "'', ''"
  })
  void a_link_is_its_token_whatever_host_it_names(String link, String token) {
    var found = MailLink.token(link);

    assertThat(found).isEqualTo(token);
  }
}
