/** Tests. */
@NullMarked
package dev.latchkey.web.sshkey;

import org.jspecify.annotations.NullMarked;
