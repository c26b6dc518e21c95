package dev.latchkey.mfa;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import java.util.List;

/** notification-service's side of the stories: what kind of line a number is. */
public final class NotificationStandIn {

  private static final String PHONE_LINE = "POST /internal/phone-line";
  private static final OtherServiceStandIn NOTIFICATION =
      OtherServiceStandIn.of(Owner.NOTIFICATION);

  private NotificationStandIn() {}

  /** Every number is of that type from now on. */
  public static void linesAre(String type) {
    NOTIFICATION.answer(PHONE_LINE, 200, "{\"type\":\"" + type + "\",\"carrier\":null}");
  }

  /** Nobody can say anything about a number from now on. */
  public static void linesAnswer(int status) {
    NOTIFICATION.answer(PHONE_LINE, status, "{}");
  }

  /** The answer takes so long, in milliseconds. */
  public static void linesAnswerAfter(long millis) {
    NOTIFICATION.answer(
        PHONE_LINE,
        request -> {
          try {
            Thread.sleep(millis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new OtherServiceStandIn.Answer(200, "{\"type\":\"mobile\",\"carrier\":\"X\"}");
        });
  }

  /** The questions about a number. */
  public static List<OtherServiceStandIn.ReceivedRequest> questionsAbout(String number) {
    return NOTIFICATION.received().stream()
        .filter(request -> request.line().equals(PHONE_LINE))
        .filter(request -> request.body().contains(number))
        .toList();
  }
}
