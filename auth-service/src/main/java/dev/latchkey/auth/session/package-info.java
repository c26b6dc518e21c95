/**
 * Sessions: opaque tokens whose records live in Redis and die there; their ends are kept in
 * PostgreSQL.
 */
@NullMarked
package dev.latchkey.auth.session;

import org.jspecify.annotations.NullMarked;
