/**
 * Signing the command line in through a browser: it opens a login and waits, its person approves it
 * where they are signed in, and the waiting request is answered with a token of its own.
 */
@NullMarked
package dev.latchkey.auth.browserlogin;

import org.jspecify.annotations.NullMarked;
