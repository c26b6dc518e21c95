package dev.latchkey.notification;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The service with two accounts at {@link TwilioThatSendsNothing}. */
public final class WithTwilio implements QuarkusTestProfile {
  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(TwilioThatSendsNothing.class));
  }
}
