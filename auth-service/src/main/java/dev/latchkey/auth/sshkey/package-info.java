/**
 * SSH public keys of an account, in the shape of Heroku's API. They are for Git, survive the
 * cascade, and each belongs to one account only.
 */
@NullMarked
package dev.latchkey.auth.sshkey;

import org.jspecify.annotations.NullMarked;
