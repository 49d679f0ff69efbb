// node complaints.js KERNELS FOLDER: prints what malformed parameters are told, a line each.
"use strict";

const path = require("path");
const cases = require("./cases.js");

const [kernelsFile, folder] = process.argv.slice(2);
const kernels = require(path.resolve(kernelsFile));
const [one] = cases.read(folder);
const series = cases.load(kernels, one);

const complaint = (call) => {
  try {
    call();
    console.log("none");
  } catch (error) {
    console.log(error.message);
  }
};

const { clamp, ...withoutClamp } = one.spec;
const { kind, ...withoutKind } = one.spec.weights;
for (const spec of [
  withoutClamp,
  { ...one.spec, detector: undefined },
  { ...one.spec, statistic: "MODE" },
  { ...one.spec, threshold: "3" },
  { ...one.spec, windowSize: 1.5 },
  { ...one.spec, smoothing: 7 },
  { ...one.spec, weights: withoutKind },
]) {
  complaint(() => series.score(spec, one.batches));
}
complaint(() => series.score(one.spec, Int32Array.of(0, 5, 4)));
complaint(() => series.score(one.spec, Int32Array.of(0, 5, one.rows + 1)));
complaint(() => series.score(one.spec, Int32Array.of(0, 5)));
complaint(() => series.addComponent([new Int32Array(3)]));
complaint(() => kernels.series(new Float64Array(2), new Float64Array(3)));
complaint(() => cases.load(kernels, one).judge(3));
