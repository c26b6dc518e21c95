package dev.latchkey.web.page;

import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.Next;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Answers that many rooms give: a page, a page with a fault, another address, a refusal. */
@Singleton
public class Pages {

  private static final int UNPROCESSABLE = 422;
  private static final String SIGN_IN = "/dashboard/sign-in";

  @CheckedTemplate(basePath = "page", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance notice(String title, String words);
  }

  private final Jar jar;
  private final ProblemMessages messages;

  Pages(Jar jar, ProblemMessages messages) {
    this.jar = jar;
    this.messages = messages;
  }

  /** The page. */
  public static Response page(TemplateInstance page) {
    return html(Status.OK.getStatusCode(), page);
  }

  /** The form once more, with what was typed and what is wrong with it. */
  public static Response again(TemplateInstance page) {
    return html(UNPROCESSABLE, page);
  }

  /**
   * After a form: the browser asks for that page anew, so that a reload sends nothing twice.
   *
   * @param path relative to the host, as it goes out: an absolute one would be made of the
   *     request's Host, which a stranger may have written
   */
  public static Response to(String path) {
    return Response.status(Status.SEE_OTHER).header(HttpHeaders.LOCATION, path).build();
  }

  /**
   * The same; that page says that it is done.
   *
   * @param done a word of ours: it needs no escaping
   */
  public static Response to(String path, String done) {
    return to(path + "?done=" + done);
  }

  /**
   * To the sign-in page, which leads back.
   *
   * @param next as {@link Next} lets it through: it needs no escaping
   */
  public static Response toSignIn(String next) {
    return to(next.equals(Next.HOME) ? SIGN_IN : SIGN_IN + "?next=" + next);
  }

  /** The sign-in is over; says so. */
  public Response toSignInAgain() {
    return Response.fromResponse(to(SIGN_IN + "?ended=1")).cookie(jar.drop(Kind.SESSION)).build();
  }

  /**
   * The sign-in is over; says so, and leads back afterwards.
   *
   * @param next as {@link Next} lets it through
   */
  public Response toSignInAgain(String next) {
    return Response.fromResponse(to(SIGN_IN + "?ended=1&next=" + next))
        .cookie(jar.drop(Kind.SESSION))
        .build();
  }

  /** A form that no page of ours made for this browser. */
  public Response foreignForm() {
    return notice(
        Status.FORBIDDEN.getStatusCode(), messages.foreignFormTitle(), messages.foreignForm());
  }

  /** A page that says something, and leads on. */
  public static Response notice(int status, String title, String words) {
    return html(status, Templates.notice(title, words));
  }

  private static Response html(int status, TemplateInstance page) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(page)
        .build();
  }
}
