package dev.latchkey.kit.sealing;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The ring of this service's own database columns: no other service has its keys. */
@Qualifier @Retention(RUNTIME)
@Target({FIELD, METHOD, PARAMETER})
public @interface Columns {}
