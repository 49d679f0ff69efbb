/**
 * YAML 1.1 as PyYAML's {@code safe_load} reads it, with line numbers. The scalar rules differ from
 * those of SnakeYAML ({@code 1e5} is text, {@code 1_000} a number), so only its parser is used.
 */
package io.dtkspark.config.yaml;
