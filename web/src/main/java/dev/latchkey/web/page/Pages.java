package dev.latchkey.web.page;

import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.Next;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;

/** Answers that many rooms give: a page, a page with a fault, another address, a refusal. */
@Singleton
public class Pages {

  private static final int UNPROCESSABLE = 422;

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

  /** After a form: the browser asks for that page anew, so that a reload sends nothing twice. */
  public static Response to(String path) {
    return Response.seeOther(UriBuilder.fromPath(path).build()).build();
  }

  /** To the sign-in page, which leads back. */
  public Response toSignIn(String next) {
    var page = UriBuilder.fromPath("/dashboard/sign-in");
    if (!next.equals(Next.HOME)) {
      page.queryParam("next", next);
    }
    return Response.seeOther(page.build()).cookie(jar.drop(Kind.SESSION)).build();
  }

  /** The sign-in is over; says so, without losing which page was wanted. */
  public Response toSignInAgain() {
    return Response.seeOther(
            UriBuilder.fromPath("/dashboard/sign-in").queryParam("ended", "1").build())
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
