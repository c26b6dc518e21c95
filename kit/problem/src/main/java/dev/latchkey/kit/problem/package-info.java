/**
 * One shape for every answer that says no: {@code {id, message, url}}. Services list their errors
 * in an enum of {@link dev.latchkey.kit.problem.ProblemType}s; what the framework refuses (a bad
 * path, a wrong method, broken JSON, a body that is too large, an unexpected failure) gets the same
 * shape here, once for all services. It also gives each request its {@code Request-Id} and reads
 * Heroku's media types.
 */
@NullMarked
package dev.latchkey.kit.problem;

import org.jspecify.annotations.NullMarked;
