package dev.latchkey.web.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeListTest {

  private static final String CODE = "7d0k-93qv-x2pe-hm4c";
  private static final String OTHER = "r81t-zz5n-0akw-6gjy";

  @Test
  void a_list_is_the_same_after_its_way_through_a_form() {
    assertThat(CodeList.parse(CodeList.text(List.of(CODE, OTHER)))).containsExactly(CODE, OTHER);
  }

  @Test
  void nothing_but_codes_gets_into_a_file() {
    assertThat(CodeList.parse(CODE + " =cmd|x <script> " + CODE + "\n" + OTHER))
        .containsExactly(CODE);
    assertThat(CodeList.parse(null)).isEmpty();
    assertThat(CodeList.parse("")).isEmpty();
  }

  @Test
  void ten_are_the_most() {
    assertThat(CodeList.parse(CodeList.text(Collections.nCopies(50, CODE)))).hasSize(10);
  }
}
