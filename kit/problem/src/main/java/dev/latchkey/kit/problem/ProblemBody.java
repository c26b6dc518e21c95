package dev.latchkey.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON body of every error.
 *
 * @param id stable word
 * @param message sentence for a person
 * @param url page that explains the id
 * @param resource on some 404s: what was not found
 * @param more members that a few answers have besides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "message", "url", "resource"})
public record ProblemBody(
    String id,
    String message,
    String url,
    @Nullable String resource,
    @JsonAnyGetter Map<String, Object> more) {}
