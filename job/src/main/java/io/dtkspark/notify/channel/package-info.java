/**
 * How notices reach people: one renderer per platform, a sender for HTTP, one for mail, and {@link
 * io.dtkspark.notify.channel.Channels} over all of them.
 */
package io.dtkspark.notify.channel;
