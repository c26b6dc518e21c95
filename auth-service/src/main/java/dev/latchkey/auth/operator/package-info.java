/**
 * What people who run the platform may do to an account: look it up, end its sessions, give its
 * attempts back. Each use says so in the account's security log, under the id of the key.
 */
@NullMarked
package dev.latchkey.auth.operator;

import org.jspecify.annotations.NullMarked;
