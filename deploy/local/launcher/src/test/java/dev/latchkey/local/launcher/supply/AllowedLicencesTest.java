package dev.latchkey.local.launcher.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedLicencesTest {

  private static final List<String> LINES =
      List.of("# these", "MIT", "", "org.a:b = Odd Licence # read by us, it is MIT");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"license\":{\"id\":\"MIT\"}}]",
        "[{\"license\":{\"id\":\"GPL-3.0\"}},{\"license\":{\"id\":\"MIT\"}}]",
        "[{\"expression\":\"(GPL-3.0 OR MIT)\"}]"
      })
  void a_licence_of_the_list_is_allowed_also_as_one_of_several(String licences) throws Exception {
    assertThat(refused("org.x", "y", licences)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"license\":{\"id\":\"AGPL-3.0\"}}]",
        "[{\"license\":{\"name\":\"Odd Licence\"}}]",
        "[{\"expression\":\"MIT AND AGPL-3.0\"}]"
      })
  void any_other_one_and_none_at_all_are_refused_by_name(String licences) throws Exception {
    assertThat(refused("org.x", "y", licences)).singleElement().asString().startsWith("org.x:y:1");
  }

  @Test
  void an_exception_is_for_its_component_and_its_licence_alone() throws Exception {
    assertThat(refused("org.a", "b", "[{\"license\":{\"name\":\"Odd Licence\"}}]")).isEmpty();
    assertThat(refused("org.a", "b", "[{\"license\":{\"id\":\"AGPL-3.0\"}}]")).hasSize(1);
  }

  @Test
  void an_exception_says_why_and_is_told_when_nothing_needs_it() throws Exception {
    assertThatThrownBy(() -> AllowedLicences.read(List.of("org.a:b = Odd Licence")))
        .isInstanceOf(IOException.class);
    assertThat(AllowedLicences.read(LINES).unused(bill("org.x", "y", "[]")))
        .containsExactly("org.a:b");
  }

  @Test
  void our_own_modules_are_no_components() throws Exception {
    assertThat(refused("dev.latchkey", "contracts", "[]")).isEmpty();
  }

  @Test
  void the_houses_own_list_can_be_read_and_allows_no_strong_copyleft() throws Exception {
    var house = AllowedLicences.of(Path.of(System.getProperty("latchkey.root")));

    assertThat(house.refused(bill("org.x", "y", "[{\"license\":{\"id\":\"Apache-2.0\"}}]")))
        .isEmpty();
    for (var strong : List.of("GPL-2.0-only", "GPL-3.0-only", "AGPL-3.0-only", "SSPL-1.0")) {
      assertThat(house.refused(bill("org.x", "y", "[{\"license\":{\"id\":\"" + strong + "\"}}]")))
          .hasSize(1);
    }
  }

  private static List<String> refused(String group, String name, String licences)
      throws IOException {
    return AllowedLicences.read(LINES).refused(bill(group, name, licences));
  }

  private static JsonNode bill(String group, String name, String licences)
      throws JsonProcessingException {
    return new ObjectMapper()
        .readTree(
            "{\"components\":[{\"group\":\"%s\",\"name\":\"%s\",\"version\":\"1\",\"licenses\":%s}]}"
                .formatted(group, name, licences));
  }
}
