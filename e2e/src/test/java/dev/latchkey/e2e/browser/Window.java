package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.zxing.NotFoundException;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.latchkey.e2e.journey.QrPicture;
import dev.latchkey.e2e.person.Authenticator;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A browser with one page, used as people do: by what is written on fields, buttons and links. */
final class Window implements AutoCloseable {

  /** Long enough to be looked for everywhere. */
  private static final int SECRET = 16;

  private static final String BUSY = "This does not work right now.";
  private static final int TRIES = 5;

  private final BrowserContext context;
  private final URI dashboard;
  private final Watch watch;
  private final Page page;
  private final Looks looks;

  Window(BrowserContext context, URI dashboard, Path screenshots) {
    this.context = context;
    this.dashboard = dashboard;
    this.watch = new Watch(context, dashboard);
    this.page = context.newPage();
    this.looks = new Looks(page, screenshots);
  }

  /** Types an address of the dashboard, or follows a link of a mail. */
  @CanIgnoreReturnValue
  Window goTo(String path) {
    page.navigate(path);
    return this;
  }

  /** Goes to a stranger's page, where the browser has every reason to complain. */
  @CanIgnoreReturnValue
  Window strayTo(String address) {
    watch.looksAway();
    return goTo(address);
  }

  /** Goes to the page of what was not really sent. */
  @CanIgnoreReturnValue
  Window lookInto(URI outbox) {
    watch.knows(outbox);
    return goTo(outbox + "/").isOn("Outbox");
  }

  /** The whole address of a page. */
  String address(String path) {
    return dashboard + path;
  }

  @CanIgnoreReturnValue
  Window type(String field, String text) {
    field(field).fill(text);
    return this;
  }

  /** One of several that exclude each other. */
  @CanIgnoreReturnValue
  Window choose(String choice) {
    var options = new Page.GetByRoleOptions().setName(choice).setExact(true);
    page.getByRole(AriaRole.RADIO, options).check();
    return this;
  }

  @CanIgnoreReturnValue
  Window select(String field, String choice) {
    field(field).selectOption(new SelectOption().setLabel(choice));
    return this;
  }

  @CanIgnoreReturnValue
  Window press(String button) {
    button(button).click();
    return this;
  }

  @CanIgnoreReturnValue
  Window follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
    return this;
  }

  /** Waits for it to be there to read. */
  @CanIgnoreReturnValue
  Window sees(String words) {
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(words);
    return this;
  }

  @CanIgnoreReturnValue
  Window seesNot(String words) {
    assertThat(page.getByRole(AriaRole.MAIN)).not().containsText(words);
    return this;
  }

  /** Waits for the page of that heading. */
  @CanIgnoreReturnValue
  Window isOn(String heading) {
    var options = new Page.GetByRoleOptions().setLevel(1).setName(heading).setExact(true);
    assertThat(page.getByRole(AriaRole.HEADING, options)).isVisible();
    return this;
  }

  /** Waits for the page of that address; what comes after a question mark does not matter. */
  @CanIgnoreReturnValue
  Window isAt(String path) {
    assertThat(page).hasURL(Pattern.compile("^" + literally(dashboard + path) + "(\\?.*)?$"));
    return this;
  }

  /** What is said at once to somebody who does not see: a fault of the form. */
  @CanIgnoreReturnValue
  Window isTold(String fault) {
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(fault);
    return this;
  }

  /** The fault is told beside its field, which says so to who does not see. */
  @CanIgnoreReturnValue
  Window isToldAt(String field, String fault) {
    assertThat(field(field)).hasAttribute("aria-invalid", "true");
    assertThat(field(field)).hasAccessibleDescription(Pattern.compile(literally(fault)));
    return this;
  }

  /** Right in both widths and colour schemes, and for who does not see it. */
  @CanIgnoreReturnValue
  Window looksGood(String name) {
    looks.areGood(name);
    return this;
  }

  /** Fills the sign-in page in, wherever the window is. */
  @CanIgnoreReturnValue
  Window signIn(Person person) {
    return goTo("/dashboard/sign-in").enter(person);
  }

  /** Fills the sign-in page in that is open; again, as long as the platform is busy. */
  @CanIgnoreReturnValue
  Window enter(Person person) {
    var busy = page.getByText(BUSY);
    for (int i = 0; i < TRIES && (i == 0 || busy.isVisible()); i++) {
      type("E-mail", person.email()).type("Password", person.password()).press("Sign in");
    }
    return this;
  }

  /** Signs in with password and code. */
  @CanIgnoreReturnValue
  Window signInWithCode(Person person) {
    signIn(person).isOn("Two-factor authentication");
    type("Code from your app", person.authenticator().freshCode()).press("Continue");
    return isOn("Account");
  }

  /** Some forms want a second factor beside the password, unless it was shown lately. */
  @CanIgnoreReturnValue
  Window enterCodeIfAsked(Authenticator app) {
    if (field("Two-factor code").isVisible()) {
      type("Two-factor code", app.freshCode());
    }
    return this;
  }

  /** What the QR code says, photographed from the page and read by ZXing. */
  String qrCode() {
    var photo = new ByteArrayInputStream(page.locator("img.qr").screenshot());
    try {
      return new QrPicture(ImageIO.read(photo)).readByZxing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NotFoundException e) {
      throw new AssertionError("no QR code in the picture", e);
    }
  }

  /** The field with that label. */
  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** What the browser holds of that kind: {@code ""} the session, {@code "-device"}, ... */
  Optional<String> cookie(String kind) {
    var name = Pattern.compile("(__Host-latchkey|latchkey-dev)" + kind);
    return context.cookies().stream()
        .filter(cookie -> name.matcher(cookie.name).matches())
        .map(cookie -> cookie.value)
        .findFirst();
  }

  Page page() {
    return page;
  }

  Keyboard keyboard() {
    return new Keyboard(page);
  }

  /** As the browser's own regular expressions have it, which know no {@code \\Q}. */
  private static String literally(String text) {
    return text.replaceAll("[^A-Za-z0-9 ]", "\\\\$0");
  }

  /** A picture as the page is now. */
  void keep(String name) {
    looks.keep(name);
  }

  void hasNothingToComplainOf() {
    watch.hasNothingToComplainOf();
  }

  /** A picture of what went wrong. */
  void keepAsFailed() {
    looks.keep("failed-" + System.identityHashCode(this));
  }

  @Override
  public void close() {
    for (var cookie : context.cookies()) {
      if (cookie.value.length() >= SECRET) {
        Known.secret(cookie.value);
      }
    }
    context.close();
  }
}
