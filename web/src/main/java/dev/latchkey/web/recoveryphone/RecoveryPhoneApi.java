package dev.latchkey.web.recoveryphone;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** {@code /users/~/sms-number} of the public API. */
@Path("/users/~/sms-number")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface RecoveryPhoneApi {

  /**
   * How things are with the phone.
   *
   * @param smsNumber the number, masked, that codes for a sign-in go to
   * @param number the number, masked, that was set last
   * @param warning in plain words, when it is not the best of numbers
   */
  record Phone(
      @Nullable String smsNumber,
      @Nullable String number,
      String state,
      @Nullable Instant usableFrom,
      @Nullable String warning,
      @Nullable Delivery delivery) {

    public boolean none() {
      return state.equals("none");
    }

    /** It waits for the code that was sent to it. */
    public boolean codeSent() {
      return state.equals("code_sent");
    }

    /** It is confirmed, and counts later. */
    public boolean waiting() {
      return state.equals("waiting");
    }

    public boolean usable() {
      return state.equals("usable");
    }

    /** The number set last, masked; empty when there is none. */
    public String masked() {
      return number == null ? "" : number;
    }

    /** The one before, which counts until this one does; empty when there is none. */
    public String before() {
      return smsNumber == null || smsNumber.equals(number) ? "" : smsNumber;
    }
  }

  /** What is known of the last text. */
  record Delivery(String state, @Nullable String reason) {
    public boolean arrived() {
      return state.equals("delivered");
    }

    public boolean failed() {
      return state.equals("not_delivered");
    }
  }

  /** A telephone number, with its country's code. */
  record Number(String number) {
    @Override
    public String toString() {
      return "Number[redacted]";
    }
  }

  /** What the text says. */
  record Code(String code) {
    @Override
    public String toString() {
      return "Code[redacted]";
    }
  }

  @GET
  Phone show();

  /** Sends a code to the number; nothing else changes. */
  @PUT
  Phone set(
      @HeaderParam("Heroku-Password") @Nullable String password,
      @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code,
      Number number);

  @POST
  @Path("/actions/confirm")
  Phone confirm(Code code);

  @DELETE
  Phone remove(
      @HeaderParam("Heroku-Password") @Nullable String password,
      @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code);
}
