package io.dtkspark.run;

/** Placeholder until the run package stands. */
interface RunListener {}
