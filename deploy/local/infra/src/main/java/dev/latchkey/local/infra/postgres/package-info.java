/** PostgreSQL, unpacked from its package, with a role and a database for each service. */
@NullMarked
package dev.latchkey.local.infra.postgres;

import org.jspecify.annotations.NullMarked;
