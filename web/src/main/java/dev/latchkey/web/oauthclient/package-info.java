/**
 * OAuth clients: applications that an account registered, which other people may let in. See them,
 * register one, change it, rotate its secret, delete it.
 */
@NullMarked
package dev.latchkey.web.oauthclient;

import org.jspecify.annotations.NullMarked;
