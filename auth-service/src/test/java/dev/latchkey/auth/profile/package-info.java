/** Tests of the account as its owner sees and changes it. */
@NullMarked
package dev.latchkey.auth.profile;

import org.jspecify.annotations.NullMarked;
