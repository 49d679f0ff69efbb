"""End to end: one metric, MAD over a window of 288, from a DuckDB table to stored detections.

Runs dtk-spark on --points and the original on --original-points of the same seeded series, in the
same invocation on the same machine, and prints a table with seconds, peak memory and the ratio of
rows per second. Needs a Python environment with `detectkit==0.67.2` and `duckdb`:

    python3 -m venv .venv && .venv/bin/pip install detectkit==0.67.2 duckdb==2.0.0 pytz
    .venv/bin/python bench/backfill.py
"""

import argparse
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import duckdb

ROOT = pathlib.Path(__file__).resolve().parent.parent
START = "2020-01-01 00:00:00"

PROFILES = """\
default_profile: dev
profiles:
  dev: {type: duckdb, path: ./bench.duckdb}
"""
METRIC = """\
name: bench
interval: 1min
query: |
  SELECT ts AS timestamp, value FROM src
  WHERE ts >= '{{ dtk_start_time }}' AND ts < '{{ dtk_end_time }}' ORDER BY ts
loading_start_time: "%s"
detectors:
  - type: mad
    params: {window_size: 288}
""" % START


def make_project(directory, points):
    (directory / "metrics").mkdir(parents=True)
    (directory / "detectkit_project.yml").write_text("name: bench\ndefault_profile: dev\n")
    (directory / "profiles.yml").write_text(PROFILES)
    (directory / "metrics" / "bench.yml").write_text(METRIC)
    con = duckdb.connect()
    con.execute(f"ATTACH '{directory}/bench.duckdb' AS target (STORAGE_VERSION 'v1.0.0')")
    con.execute(
        f"""CREATE TABLE target.src AS
        SELECT TIMESTAMP '{START}' + INTERVAL (i) MINUTE AS ts,
               100 + 20 * sin(i / 229.0) + (hash(i) % 1000) / 250.0
                   + CASE WHEN hash(i * 7) % 200 = 0 THEN 60 ELSE 0 END AS value
        FROM range({points}) t(i)"""
    )
    con.close()


def end_of(points):
    start = datetime.datetime.fromisoformat(START)
    return str(start + datetime.timedelta(minutes=points))


def timed(command, directory, points):
    """Seconds, peak resident megabytes and the run's own JSON summary."""
    full = [*command, "run", "--select", "bench", "--to", end_of(points), "--json"]
    begin = time.time()
    process = subprocess.Popen(full, cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(full)}")
    summary = json.loads(output.decode().strip().splitlines()[-1])
    return time.time() - begin, usage.ru_maxrss / 1024, summary


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--original-points", type=int, default=20_000)
    args = parser.parse_args()

    original = str(pathlib.Path(sys.executable).with_name("dtk"))
    print("| engine | points | seconds | rows/s | peak MB |")
    print("|---|---|---|---|---|")
    rates = {}
    for name, command, points in (
        ("detectkit 0.67.2", [original], args.original_points),
        ("dtk-spark", [str(ROOT / "scripts" / "dtk")], args.points),
    ):
        directory = pathlib.Path(tempfile.mkdtemp(prefix="dtk-bench-"))
        try:
            make_project(directory / "project", points)
            seconds, peak, summary = timed(command, directory / "project", points)
        finally:
            shutil.rmtree(directory)
        if summary["totals"]["datapoints_loaded"] != points:
            sys.exit(f"{name} loaded {summary['totals']['datapoints_loaded']} of {points} points")
        rates[name] = points / seconds
        print(f"| {name} | {points:,} | {seconds:.1f} | {points / seconds:,.0f} | {peak:,.0f} |", flush=True)
    print(f"\nratio of rows per second: {rates['dtk-spark'] / rates['detectkit 0.67.2']:,.0f}x")


if __name__ == "__main__":
    main()
