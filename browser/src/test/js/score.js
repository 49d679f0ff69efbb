// node score.js KERNELS FOLDER OUTPUT: scores all cases and writes all columns as doubles.
"use strict";

const fs = require("fs");
const path = require("path");
const cases = require("./cases.js");

const [kernelsFile, folder, output] = process.argv.slice(2);
const kernels = require(path.resolve(kernelsFile));

const count = (n, element) => Array.from({ length: n }, (_, i) => element(i));

/** In the order of KernelsInNodeTest.columns. */
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
  .flatMap((one) => columns(cases.load(kernels, one).score(one.spec, one.batches), one))
  .map((column) => Buffer.from(Float64Array.from(column).buffer));
fs.writeFileSync(output, Buffer.concat(scored));
