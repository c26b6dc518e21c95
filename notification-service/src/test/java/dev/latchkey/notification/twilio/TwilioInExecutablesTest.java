package dev.latchkey.notification.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.twilio.exception.RestException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.lookups.v2.PhoneNumber;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Twilio answers is read by reflection. In an executable a class that its list lacks is seen
 * at the first text that is sent, and not at the build: here it is seen as soon as the library has
 * it.
 */
class TwilioInExecutablesTest {

  private static final String LIST =
      "/META-INF/native-image/dev.latchkey/notification-service/reachability-metadata.json";

  @Test
  void every_class_that_an_answer_is_read_into_is_let_in() throws IOException {
    assertThat(letIn())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(
                        RestException.class.getName(), com.twilio.type.PhoneNumber.class.getName()),
                    Stream.of(Message.class, PhoneNumber.class)
                        .flatMap(TwilioInExecutablesTest::readInto))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Stream<String> readInto(Class<?> answer) {
    return Stream.concat(withNested(answer), deserializers(answer)).map(Class::getName);
  }

  private static Stream<Class<?>> withNested(Class<?> type) {
    return Stream.concat(
        Stream.of(type),
        Arrays.stream(type.getDeclaredClasses()).flatMap(TwilioInExecutablesTest::withNested));
  }

  private static Stream<Class<?>> deserializers(Class<?> answer) {
    return withNested(answer)
        .flatMap(TwilioInExecutablesTest::elements)
        .map(element -> element.getAnnotation(JsonDeserialize.class))
        .filter(Objects::nonNull)
        .<Class<?>>map(JsonDeserialize::using)
        .filter(using -> using != JsonDeserializer.None.class);
  }

  private static Stream<AnnotatedElement> elements(Class<?> type) {
    var executables =
        Stream.<Executable>concat(
                Arrays.stream(type.getDeclaredConstructors()),
                Arrays.stream(type.getDeclaredMethods()))
            .toList();
    return Stream.of(
            Arrays.stream(type.getDeclaredFields()),
            executables.stream(),
            executables.stream().flatMap(one -> Arrays.stream(one.getParameters())))
        .flatMap(elements -> elements);
  }

  private static Set<String> letIn() throws IOException {
    try (var list = TwilioInExecutablesTest.class.getResourceAsStream(LIST)) {
      return new JsonMapper()
          .readTree(list)
          .get("reflection")
          .valueStream()
          .map(TwilioInExecutablesTest::whole)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String whole(JsonNode type) {
    assertThat(type.get("allDeclaredConstructors").booleanValue()).isTrue();
    assertThat(type.get("allDeclaredMethods").booleanValue()).isTrue();
    assertThat(type.get("allDeclaredFields").booleanValue()).isTrue();
    return type.get("type").textValue();
  }
}
