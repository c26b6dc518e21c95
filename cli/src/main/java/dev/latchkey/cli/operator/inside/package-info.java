/** One run of an operator: the key, the services' internal ports, and what they are asked with. */
@NullMarked
package dev.latchkey.cli.operator.inside;

import org.jspecify.annotations.NullMarked;
