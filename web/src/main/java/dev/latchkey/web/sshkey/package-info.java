/** SSH keys: what an account uses Git with. See them, add one, remove one. */
@NullMarked
package dev.latchkey.web.sshkey;

import org.jspecify.annotations.NullMarked;
