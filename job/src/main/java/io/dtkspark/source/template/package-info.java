/**
 * The template language of metric queries: what Jinja2 3.1 does with a template that stands alone.
 *
 * <p>The rules are Jinja2's with {@code StrictUndefined}, {@code trim_blocks} and {@code
 * lstrip_blocks}, and values behave as in Python, because a template that renders differently
 * silently loads other data. A recorded corpus holds both to each other.
 *
 * <p>A template sees the values it is given and nothing else: no files, no classes, no reflection.
 * Values are null (None), {@code Boolean}, {@code BigInteger}, {@code Double}, {@code String},
 * {@code ArrayList} and the types of this package.
 */
package io.dtkspark.source.template;
