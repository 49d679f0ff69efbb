package io.dtkspark.notify;

/**
 * A labelled value of a message.
 *
 * @param literal whether the value is data, shown as code where a channel can
 */
public record Fact(String label, String value, boolean literal) {}
