"""Autotune on labelled series: ours, the original, and the full search, in one run.

Takes a directory laid out like the Numenta Anomaly Benchmark: CSV files with `timestamp,value` and
`labels.json` with the spans of incidents by file. Ours loads every series once; then both programs
tune the same stored points, with the same incidents. Times are those of the search, start-up and
reading apart: ours reports it, the original's is taken around its `AutoTuner.tune`. "cold" is the
first search of a process, "warm" the best of the fifth to the eighth.

    python3 -m venv .venv && .venv/bin/pip install detectkit==0.67.2 duckdb==2.0.0 pytz
    .venv/bin/python bench/autotune.py path/to/nab
"""

import argparse
import csv
import datetime
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DTK = str(ROOT / "scripts" / "dtk")

PROJECT = "name: bench\ndefault_profile: dev\n"
PROFILES = "default_profile: dev\nprofiles:\n  dev: {type: duckdb, path: ./bench.duckdb}\n"
METRIC = """\
name: {name}
interval: {seconds}s
seasonality_columns: [hour, day_of_week]
loading_start_time: "{start}"
query: |
  SELECT timestamp, value FROM read_csv('{file}')
  WHERE timestamp >= '{{{{ dtk_start_time }}}}' AND timestamp < '{{{{ dtk_end_time }}}}' ORDER BY timestamp
"""

# Runs the original's command on one metric and prints the seconds of the search alone.
ORIGINAL = """
import sys, time
from detectkit.autotune import autotuner
tune, seconds = autotuner.AutoTuner.tune, []
def timed(*args, **kwargs):
    start = time.perf_counter()
    try:
        return tune(*args, **kwargs)
    finally:
        seconds.append(time.perf_counter() - start)
autotuner.AutoTuner.tune = timed
from detectkit.cli.main import cli
try:
    cli(["autotune", "--select", sys.argv[1], "--dry-run"], standalone_mode=False)
finally:
    print("SECONDS", sum(seconds))
"""


def rows_of(file):
    with open(file, newline="") as lines:
        return [(row["timestamp"], row["value"]) for row in csv.DictReader(lines)]


def make_project(data, directory):
    """Writes a metric and an incidents file per series; returns points and end by name."""
    (directory / "metrics").mkdir(parents=True)
    (directory / "detectkit_project.yml").write_text(PROJECT)
    (directory / "profiles.yml").write_text(PROFILES)
    labels = json.loads((data / "labels.json").read_text())
    series = {}
    for key in sorted(labels):
        name = pathlib.Path(key).stem.replace("-", "_").lower()
        rows = rows_of(data / key)
        times = [datetime.datetime.fromisoformat(time) for time, _ in rows]
        steps = [(b - a).total_seconds() for a, b in zip(times, times[1:])]
        (directory / "metrics" / f"{name}.yml").write_text(
            METRIC.format(
                name=name,
                seconds=int(statistics.median(steps)),
                start=times[0].strftime("%Y-%m-%d %H:%M:%S"),
                file=(data / key).resolve(),
            )
        )
        if labels[key]:
            incidents = directory / "incidents" / name / "labels.json"
            incidents.parent.mkdir(parents=True)
            spans = [{"start": a[:19], "end": b[:19]} for a, b in labels[key]]
            incidents.write_text(json.dumps(spans))
        end = times[-1] + datetime.timedelta(days=1)
        series[name] = (len(rows), end.strftime("%Y-%m-%d 00:00:00"))
    return series


def document(directory, *arguments):
    process = subprocess.run([DTK, *arguments, "--json"], cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if process.returncode != 0:
        sys.exit(f"dtk {' '.join(arguments)} failed:\n{process.stderr.decode()}")
    return json.loads(process.stdout.decode().strip().splitlines()[-1])


def ours(directory, name, *arguments):
    """Our search of one metric: its entry of the summary."""
    found = document(directory, "autotune", "--select", name, "--dry-run", *arguments)
    return found["metrics"][0]


def original(directory, name):
    command = [sys.executable, "-c", ORIGINAL, name]
    process = subprocess.run(command, cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = process.stdout.decode().splitlines()
    seconds = [float(line.split()[1]) for line in lines if line.startswith("SECONDS")]
    if process.returncode != 0 or not seconds or not seconds[0]:
        sys.exit(f"the original failed on {name}:\n" + "\n".join(lines[-20:]))
    return seconds[0], lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--only", nargs="*", help="names of series")
    args = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="dtk-autotune-"))
    try:
        series = make_project(args.data, work / "p")
        names = [name for name in series if not args.only or name in args.only]
        print("| series | points | original s | cold s | ratio | warm s | ratio | score | full search | its s |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        for name in names:
            row(work / "p", name, *series[name])
    finally:
        shutil.rmtree(work)


def load(directory, selector, end):
    document(directory, "run", "--select", selector, "--steps", "load", "--to", end)


def row(directory, name, points, end):
    load(directory, name, end)
    cold = ours(directory, name)
    warm = warm_seconds(directory, name, end)
    full = ours(directory, name, "--search", "full")
    theirs, lines = original(directory, name)
    if not any(cold["detector_type"] in line for line in lines):
        sys.exit(f"{name}: the original chose another detector than {cold['detector_type']}")
    first = cold["search_seconds"]
    print(
        f"| {name} | {points:,} | {theirs:.1f} | {first:.2f} | {theirs / first:.0f}x"
        f" | {warm:.3f} | {theirs / warm:.0f}x | {cold['score']:.3f} | {full['score']:.3f}"
        f" | {full['search_seconds']:.1f} |",
        flush=True,
    )


def warm_seconds(directory, name, end):
    """Copies of the metric in one process, one after the other; the best of the last half counts."""
    copies = []
    text = (directory / "metrics" / f"{name}.yml").read_text()
    for copy in range(8):
        file = directory / "metrics" / f"{name}__warm{copy}.yml"
        file.write_text(text.replace(f"name: {name}\n", f"name: {name}__warm{copy}\ntags: [warm]\n"))
        incidents = directory / "incidents" / name
        if incidents.exists():
            shutil.copytree(incidents, directory / "incidents" / f"{name}__warm{copy}")
        copies.append(file)
    load(directory, "tag:warm", end)
    found = document(directory, "autotune", "--select", "tag:warm", "--dry-run", "--master", "local[1]")
    for file in copies:
        file.unlink()
    return min(metric["search_seconds"] for metric in found["metrics"][4:])


if __name__ == "__main__":
    main()
