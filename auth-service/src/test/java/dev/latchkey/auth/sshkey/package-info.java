/** Tests of SSH keys. */
@NullMarked
package dev.latchkey.auth.sshkey;

import org.jspecify.annotations.NullMarked;
