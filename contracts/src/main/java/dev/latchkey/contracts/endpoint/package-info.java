/** The one table of public endpoints: owner, credentials, scope and step-up of each. */
@NullMarked
package dev.latchkey.contracts.endpoint;

import org.jspecify.annotations.NullMarked;
