package dev.latchkey.notification.letter;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A notice with all its words.
 *
 * @param subject with the product's name in front
 * @param happened what was done
 * @param lines when, where from and what else
 * @param alarm what it means if the reader did not do it
 * @param steps what the reader does then, in this order
 * @param calm what it means if the reader did it
 */
@TemplateData
public record NoticePage(
    String product,
    String subject,
    String happened,
    List<NoticeFacts.Line> lines,
    String alarm,
    List<String> steps,
    String calm) {

  static NoticePage of(Notice notice, NoticeFacts facts, ProductConfig product) {
    return new NoticePage(
        product.name(),
        "[%s] %s".formatted(product.name(), notice.subject()),
        notice.happened(),
        facts.lines(),
        notice.cure().alarm(),
        notice.cure().steps(product),
        notice.cure().calm());
  }
}
