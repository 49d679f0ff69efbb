/**
 * Rules of Python 3.11 that the configuration depends on: how values are written out and compared,
 * how times are read. Detector ids hash Python text, so these rules are part of the stored data.
 */
package io.dtkspark.config.python;
