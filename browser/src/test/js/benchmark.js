// node benchmark.js KERNELS FOLDER MILLIS: the best milliseconds per case, to score and to judge,
// of as many rounds as fit into the given time.
"use strict";

const path = require("path");
const cases = require("./cases.js");

const [kernelsFile, folder, millis] = process.argv.slice(2);
const kernels = require(path.resolve(kernelsFile));

const best = (call) => {
  const end = performance.now() + Number(millis);
  let shortest = Infinity;
  let start;
  do {
    start = performance.now();
    call();
    shortest = Math.min(shortest, performance.now() - start);
  } while (start + shortest < end);
  return shortest;
};

for (const one of cases.read(folder)) {
  const series = cases.load(kernels, one);
  const milliseconds = best(() => series.score(one.spec, one.batches));
  const judging = best(() => series.judge(one.spec.threshold));
  console.log(`${milliseconds.toFixed(1)} | ${judging.toFixed(1)}`);
}
