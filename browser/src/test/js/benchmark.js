// node benchmark.js KERNELS FOLDER ROUNDS: the best milliseconds per case, to score and to judge.
"use strict";

const path = require("path");
const cases = require("./cases.js");

const [kernelsFile, folder, rounds] = process.argv.slice(2);
const kernels = require(path.resolve(kernelsFile));

const best = (call) => {
  let shortest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    call();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
};

for (const one of cases.read(folder)) {
  const series = cases.load(kernels, one);
  const milliseconds = best(() => series.score(one.spec, one.batches));
  const judging = best(() => series.judge(one.spec.threshold));
  console.log(`${milliseconds.toFixed(1)} | ${judging.toFixed(1)}`);
}
