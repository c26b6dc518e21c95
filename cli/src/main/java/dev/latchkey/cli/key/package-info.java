/** SSH keys for Git. */
@NullMarked
package dev.latchkey.cli.key;

import org.jspecify.annotations.NullMarked;
