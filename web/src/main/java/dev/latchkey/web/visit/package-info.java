/**
 * Who visits: the cookies of a browser, whom they belong to, and whether a form really came from a
 * page of ours. Nothing is kept here between two requests; the cookie is the session.
 */
@NullMarked
package dev.latchkey.web.visit;

import org.jspecify.annotations.NullMarked;
