"""End to end on the taxi series: points per second, where time goes, memory, and DuckDB's own rate.

Each detector backfills a project made by taxi.py. Then DuckDB's appender writes as many rows of the
same tables (DuckDbBareRate, the same classes): the ratio compares rows per second of writing,
staging and publishing against that. Build first: scripts/dtk does, and for the bare rate
`mvn -q -B -pl bench -am -DskipTests package`. Needs Python with duckdb==2.0.0.

    python bench/end_to_end.py --points 1000000 --points 10000000
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import taxi

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTS = ("read", "score", "format", "write", "publish")
HEADER = ("points", "detector", "seconds", "points/s", *(f"{p} %" for p in PARTS), "peak MB",
          "rows written/s", "bare DuckDB rows/s", "ratio")


def backfill(directory, points):
    """Seconds, peak resident megabytes of the (one) process, and seconds by part of the work."""
    command = [str(ROOT / "scripts" / "dtk"), "run", "--select", "taxi", "--to",
               taxi.end_of(points), "--verbose"]
    begin = time.time()
    process = subprocess.Popen(command, cwd=directory, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(output)
    parts = collections.Counter()
    for line in re.findall(r"^Time in .*", output, re.MULTILINE):
        for part, seconds in re.findall(r"(\w+) ([0-9.]+) s", line):
            parts[part] += float(seconds)
    return time.time() - begin, usage.ru_maxrss / 1024, parts


def bare_seconds(directory, points):
    classes = f"{ROOT}/bench/target/classes:{ROOT}/bench/target/lib/*"
    command = ["java", "-cp", classes, "io.dtkspark.bench.DuckDbBareRate",
               str(directory / "bare.duckdb"), str(points)]
    return json.loads(subprocess.check_output(command))["seconds"]


def measure(points, detector):
    directory = pathlib.Path(tempfile.mkdtemp(prefix="dtk-bench-"))
    try:
        taxi.make_project(directory / "project", points, [detector])
        seconds, peak, parts = backfill(directory / "project", points)
        bare = bare_seconds(directory, points)
    finally:
        shutil.rmtree(directory)
    total = sum(parts.values())
    shares = [f"{100 * parts[part] / total:.0f}" for part in PARTS]
    ours = 2 * points / (parts["write"] + parts["publish"])
    theirs = 2 * points / bare
    return (f"{points:,}", detector, f"{seconds:.1f}", f"{points / seconds:,.0f}", *shares,
            f"{peak:,.0f}", f"{ours:,.0f}", f"{theirs:,.0f}", f"{ours / theirs:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, action="append")
    parser.add_argument("--detector", choices=sorted(taxi.THRESHOLDS), action="append")
    args = parser.parse_args()
    print("| " + " | ".join(HEADER) + " |")
    print("| " + " | ".join("---" for _ in HEADER) + " |")
    for points in args.points or (1_000_000, 10_000_000):
        for detector in args.detector or taxi.THRESHOLDS:
            print("| " + " | ".join(measure(points, detector)) + " |", flush=True)


if __name__ == "__main__":
    main()
