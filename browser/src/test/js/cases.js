// Reads the cases that NodeProcess.java writes.
"use strict";

const fs = require("fs");
const path = require("path");

/** Every case with its timestamps, values and codes as typed arrays. */
exports.read = (folder) => {
  const bytes = fs.readFileSync(path.join(folder, "input.bin"));
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  let next = 0;
  const take = (count) => numbers.slice(next, (next += count));
  return JSON.parse(fs.readFileSync(path.join(folder, "cases.json"), "utf8")).map((row) => ({
    ...row,
    batches: Int32Array.from(row.batches),
    epochMillis: take(row.rows),
    values: take(row.rows),
    codes: Array.from({ length: row.components }, () => Int32Array.from(take(row.rows))),
  }));
};

/** A case's series, ready to be scored. */
exports.load = (kernels, one) => {
  const series = kernels.series(one.epochMillis, one.values);
  one.codes.forEach((codes) => series.addComponent([codes]));
  return series;
};
