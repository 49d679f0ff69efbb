"""The kernels against the original's and against other programs, in one run on one machine.

For every case it runs

- our kernels under JMH: a JVM for each case, the best of three short iterations;
- detect() of detectkit 0.67.2 on the same values and parameters, and compares the bounds;
- for the plain cases DuckDB, Polars, pandas and bottleneck, whichever are installed.

All on one thread; the others in CPU time. Prints Markdown tables with ratios, targets and growth;
progress goes to standard error. The exit status is 1 when bounds or flags differ or a case fails,
whatever the targets say.

    python3 -m venv .venv
    .venv/bin/pip install detectkit==0.67.2 duckdb==2.0.0 polars pandas bottleneck
    .venv/bin/python bench/kernels.py > kernels.md      # all, about a quarter of an hour
    .venv/bin/python bench/kernels.py --quick           # seven cases
    .venv/bin/python bench/kernels.py --case mad+hour24 --window 1440 --shape noise ties
"""

import argparse
import glob
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy as np

import kernel_cases
import kernel_original
import kernel_rivals
import kernel_table

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = "mvn -q -B -Pquick -pl bench -am -DskipTests package".split()
JMH_SETTINGS = "-f 1 -wi 2 -w 400ms -i 3 -r 300ms -v SILENT".split()
# Bounds may differ by rounding, since sums are taken in another order. Autoreg solves equations,
# which outliers of 1e12 make ill-conditioned.
SAME, SAME_AUTOREG = 1e-9, 1e-6


def java(*arguments):
    jars = [*glob.glob(str(ROOT / "bench/target/dtk-bench-*.jar")), str(ROOT / "bench/target/lib/*")]
    process = subprocess.run(["java", "-cp", ":".join(jars), *arguments], stdout=subprocess.PIPE)
    return process.stdout if process.returncode == 0 else None


def ours(name, cases):
    """Rows per second by case, for all windows and shapes of one setting."""
    windows = sorted({case.window for case in cases})
    shapes = sorted({case.shape for case in cases})
    with tempfile.TemporaryDirectory(prefix="dtk-bench-") as directory:
        file = pathlib.Path(directory) / "jmh.json"
        java(
            "org.openjdk.jmh.Main",
            "DetectorBenchmark",
            *("-p", f"detector={name}"),
            *("-p", "window=" + ",".join(map(str, windows))),
            *("-p", "shape=" + ",".join(shapes)),
            *JMH_SETTINGS,
            *("-rf", "json", "-rff", str(file)),
        )
        results = json.loads(file.read_text() or "[]") if file.exists() else []
    rates = {}
    for result in results:
        params = result["params"]
        case = kernel_cases.Case(params["detector"], int(params["window"]), params["shape"])
        rates[case] = 1e9 / min(result["secondaryMetrics"]["rows"]["rawData"][0])
    return rates


def scored_rows(case, rows):
    """The values of a case with their context, and our bounds of the last `rows` of them."""
    written = java(
        "io.dtkspark.bench.ScenarioRows", case.name, str(case.window), case.shape, str(rows)
    )
    if written is None:
        sys.exit(f"our detector failed: {case}")
    columns = np.frombuffer(written, ">f8").astype(float).reshape(-1, 3).T.copy()
    return columns[0], columns[1:, -rows:]


def difference(values, left, right):
    """The largest difference of bounds, relative to the wider of a row's two; infinite if only one
    program has a bound or flags the row."""
    finite = np.isfinite(left) & np.isfinite(right)
    flags = [(values < lower) | (values > upper) for lower, upper in (left, right)]
    if not (
        np.array_equal(left[~finite], right[~finite], equal_nan=True) and np.array_equal(*flags)
    ):
        return float("inf")
    left, right = np.where(finite, left, 0), np.where(finite, right, 0)
    scale = np.maximum(np.abs(left), np.abs(right)).max(axis=0)
    return float((np.abs(left - right) / np.where(scale > 0, scale, 1)).max(initial=0.0))


def measure(case, rate, args):
    row = kernel_table.Row(case, rate)
    if not args.no_original and kernel_original.is_measured(case):
        points = kernel_original.points(case)
        values, bounds = scored_rows(case, points)
        row.original, theirs = kernel_original.measure(case, values, points)
        if kernel_original.is_comparable(case):
            row.difference = difference(values[-points:], bounds, theirs)
    if not args.no_rivals and case.name in kernel_rivals.STATISTICS and case.shape == "noise":
        values, _ = scored_rows(case, kernel_rivals.ROWS)
        row.rivals = kernel_rivals.measure(case, values)
    return row


def succeeded(row):
    allowed = SAME_AUTOREG if row.case.name.startswith("autoreg") else SAME
    return row.ours is not None and (row.difference is None or row.difference <= allowed)


def chosen(args):
    cases = kernel_cases.QUICK if args.quick else list(itertools.chain(*kernel_cases.SUITES.values()))
    if args.suite:
        cases = list(itertools.chain(*(kernel_cases.SUITES[s] for s in args.suite)))
    if args.case:
        cases = kernel_cases.suite(args.case, args.window or (288, 8640), args.shape or ("noise",))
    return [
        c
        for c in dict.fromkeys(cases)
        if (not args.window or c.window in args.window) and (not args.shape or c.shape in args.shape)
    ]


def groups(cases):
    """Cases that one call of JMH can measure: one setting, every window with every shape."""
    found = {}
    for case in cases:
        found.setdefault((case.name, case.shape == "noise"), []).append(case)
    return [(name, group) for (name, _), group in found.items()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a few cases")
    parser.add_argument("--suite", nargs="+", choices=kernel_cases.SUITES)
    parser.add_argument("--case", nargs="+", help="settings, as in Setting.java")
    parser.add_argument("--window", nargs="+", type=int)
    parser.add_argument("--shape", nargs="+", help="shapes, as in SeriesShape.java")
    parser.add_argument("--no-original", action="store_true")
    parser.add_argument("--no-rivals", action="store_true")
    args = parser.parse_args()

    subprocess.run(BUILD, cwd=ROOT, check=True)

    start = time.time()
    cases = chosen(args)
    facts = kernel_table.facts({} if args.no_rivals else kernel_rivals.installed())
    rows = []
    print(kernel_table.HEADER)
    for name, group in groups(cases):
        rates = ours(name, group)
        for case in group:
            print(f"{time.time() - start:5.0f} s", *case, file=sys.stderr, flush=True)
            rows.append(measure(case, rates.get(case), args))
            print(rows[-1], flush=True)
    growth = kernel_table.growth(rows)
    print(f"\n{growth}\n\n{facts}; {time.time() - start:,.0f} s.")
    if not all(map(succeeded, rows)):
        sys.exit("bounds or flags differ, or a case failed")


if __name__ == "__main__":
    main()
