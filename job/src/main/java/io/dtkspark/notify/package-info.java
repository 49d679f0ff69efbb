/**
 * From a decision to a message: what a message says ({@link io.dtkspark.notify.Notice}, {@link
 * io.dtkspark.notify.NoticeText}), and {@link io.dtkspark.notify.channel how} it reaches people.
 */
package io.dtkspark.notify;
