/**
 * When an alerting block speaks up: quorum, streaks, the fraction rule, cooldown, recovery and
 * missing data. Pure decisions; the browser page compiles them too.
 */
package io.dtkspark.alert;
