/**
 * What the OpenAPI documents of all services have in common, so that a door's annotations say only
 * what is its own: errors from the catalogue, credentials and step-up from the endpoint table.
 */
@NullMarked
package dev.latchkey.kit.apidocument;

import org.jspecify.annotations.NullMarked;
