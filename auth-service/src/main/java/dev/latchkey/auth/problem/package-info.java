/** The error catalogue of auth-service. */
@NullMarked
package dev.latchkey.auth.problem;

import org.jspecify.annotations.NullMarked;
