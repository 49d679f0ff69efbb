"""A sweep of many metrics on a standalone Spark cluster: one worker, two workers, and local mode.

Starts a master and workers of one core each from pip's pyspark, submits `dtk autotune` over seeded
metrics in a DuckDB file (the driver reads and writes; workers only search), and compares winners
and search times. Build first (scripts/dtk does). Needs pyspark==4.0.4 and duckdb:

    python3 -m venv .venv && .venv/bin/pip install pyspark==4.0.4 duckdb==2.0.0
    .venv/bin/python bench/autotune_cluster.py --metrics 200
"""

import argparse
import contextlib
import datetime
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import duckdb
import pyspark

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPARK = pathlib.Path(pyspark.__file__).parent
START = "2024-01-01 00:00:00"

METRIC = """\
name: {name}
interval: 1h
seasonality_columns: [hour]
loading_start_time: "{start}"
query: SELECT ts AS timestamp, {name} AS value FROM src WHERE ts >= '{{{{ dtk_start_time }}}}' AND ts < '{{{{ dtk_end_time }}}}'
"""


def make_project(directory, metrics, points):
    (directory / "metrics").mkdir(parents=True)
    (directory / "detectkit_project.yml").write_text("name: sweep\ndefault_profile: dev\n")
    (directory / "profiles.yml").write_text(
        "default_profile: dev\nprofiles:\n  dev: {type: duckdb, path: ./sweep.duckdb}\n"
    )
    names = [f"m{number:03}" for number in range(metrics)]
    for name in names:
        (directory / "metrics" / f"{name}.yml").write_text(METRIC.format(name=name, start=START))
    columns = ", ".join(
        f"100 + {number % 17} * sin(i * 2 * pi() / 24) + (hash(i * 1000 + {number}) % 1000) / {50 + number}.0 AS {name}"
        for number, name in enumerate(names)
    )
    con = duckdb.connect()
    con.execute(f"ATTACH '{directory}/sweep.duckdb' AS target (STORAGE_VERSION 'v1.0.0')")
    con.execute(
        f"CREATE TABLE target.src AS SELECT TIMESTAMP '{START}' + INTERVAL (i) HOUR AS ts, {columns} FROM range({points}) t(i)"
    )
    con.close()
    end = datetime.datetime.fromisoformat(START) + datetime.timedelta(hours=points)
    run = [str(ROOT / "scripts" / "dtk"), "run", "--select", "*", "--steps", "load", "--to", str(end)]
    subprocess.run(run, cwd=directory, check=True, stdout=subprocess.DEVNULL)


def free_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def daemon(logs, *arguments):
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(logs)}
    out = open(logs / f"{len(list(logs.iterdir()))}.log", "w")
    return subprocess.Popen([SPARK / "bin" / "spark-class", *arguments], stdout=out, stderr=out, env=environment)


@contextlib.contextmanager
def cluster(workers, logs):
    port = free_port()
    master = f"spark://127.0.0.1:{port}"
    started = [daemon(logs, "org.apache.spark.deploy.master.Master", "-h", "127.0.0.1", "-p", str(port), "--webui-port", "0")]
    try:
        time.sleep(5)
        for _ in range(workers):
            started.append(
                daemon(logs, "org.apache.spark.deploy.worker.Worker", "-h", "127.0.0.1", "-c", "1", "-m", "1g", "--webui-port", "0", master)
            )
        time.sleep(5)
        yield master
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait()


def sweep(directory, master):
    """Wall seconds between start and end of the command, and the winner of every metric."""
    command = [
        SPARK / "bin" / "spark-submit", "--master", master, "--conf", "spark.driver.host=127.0.0.1",
        "--conf", "spark.ui.enabled=false", "--conf", "spark.executor.memory=700m",
        ROOT / "driver-cli" / "target" / "dtk-spark.jar",
        "autotune", "--select", "*", "--dry-run", "--json",
    ]
    process = subprocess.run(command, cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if process.returncode != 0:
        sys.exit(process.stderr.decode()[-3000:])
    document = json.loads(process.stdout.decode().strip().splitlines()[-1])
    begin, end = (datetime.datetime.fromisoformat(document[k]) for k in ("started_at", "finished_at"))
    winners = {m["name"]: (m["detector_id"], m["score"]) for m in document["metrics"]}
    return (end - begin).total_seconds(), winners, sum(m["search_seconds"] for m in document["metrics"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--metrics", type=int, default=200)
    parser.add_argument("--points", type=int, default=4000)
    args = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="dtk-sweep-"))
    try:
        make_project(work / "p", args.metrics, args.points)
        (work / "logs").mkdir()
        results = {}
        print("| workers of one core | seconds | metrics/s | searches overlap |\n| --- | --- | --- | --- |")
        for workers in (1, 2):
            with cluster(workers, work / "logs") as master:
                results[workers] = sweep(work / "p", master)
                show(workers, args.metrics, results[workers])
        results["local[1]"] = sweep(work / "p", "local[1]")
        show("local[1]", args.metrics, results["local[1]"])
        if not results[1][1] == results[2][1] == results["local[1]"][1]:
            sys.exit("the winners differ")
        print(f"\nsame winners; two workers against one: {results[1][0] / results[2][0]:.2f}x")
    finally:
        shutil.rmtree(work)


def show(name, metrics, result):
    seconds, _, busy = result
    print(f"| {name} | {seconds:.1f} | {metrics / seconds:.1f} | {busy / seconds:.2f} |", flush=True)


if __name__ == "__main__":
    main()
