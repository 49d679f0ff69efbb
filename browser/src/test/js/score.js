// node score.js KERNELS FOLDER OUTPUT: scores all cases and writes all columns as doubles.
"use strict";

const fs = require("fs");
const path = require("path");
const cases = require("./cases.js");

const [kernelsFile, folder, output] = process.argv.slice(2);
const kernels = require(path.resolve(kernelsFile));

/** Where a threshold can be judged afterwards, it is, after a wider one. */
const score = (one) => {
  const series = cases.load(kernels, one);
  if (one.spec.detector !== "WINDOWED" || one.spec.clamp) {
    return series.score(one.spec, one.batches);
  }
  series.score({ ...one.spec, threshold: 2 * one.spec.threshold }, one.batches);
  return series.judge(one.spec.threshold);
};

const count = (n, element) => Array.from({ length: n }, (_, i) => element(i));

/** In the order of ColumnList.java. */
const columns = (rows, { statistics, components }) => [
  rows.verdict,
  rows.processed,
  rows.smoothed,
  rows.lower,
  rows.upper,
  rows.windowSize,
  rows.effectiveSamples,
  rows.slope,
  rows.clampedInWindow,
  rows.distance,
  rows.severity,
  ...count(statistics, (s) => rows.global(s)),
  ...count(statistics, (s) => rows.adjusted(s)),
  ...count(components, (c) => rows.groupSize(c)),
  ...count(components, (c) => count(statistics, (s) => rows.multiplier(c, s))).flat(),
];

const scored = cases
  .read(folder)
  .flatMap((one) => columns(score(one), one))
  .map((column) => Buffer.from(Float64Array.from(column).buffer));
fs.writeFileSync(output, Buffer.concat(scored));
