/**
 * What a sign-in left on this machine: in the system's keyring, or in a file of its owner alone.
 */
@NullMarked
package dev.latchkey.cli.credential;

import org.jspecify.annotations.NullMarked;
