"""State on servers: rows per second of our stores, of bulk load and export, and of detectkit 0.67.2.

StoreRate (one task) stages and publishes datapoints and detections and reads the datapoints back.
Then the same rows, exported before the clock starts, go straight into tables like ours, keys
included, and come out again: binary COPY, LOAD DATA LOCAL and a streamed SELECT, RowBinary over
HTTP. Last the original reads our datapoints and saves the first rows of both tables to tables of
its own (server_original.py); on ClickHouse it speaks the native protocol, which the engine of
scripts/test-servers does not. All in one run.

What it needs: "State on servers" in docs/benchmarks.md.

    python bench/server_rates.py --rows 1000000
"""

import argparse
import base64
import json
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.request
from contextlib import closing
from urllib.parse import urlencode, urlparse

import server_original

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOCATION = "dtk_bench"
ORIGINAL = "dtk_bench_original"
TABLES = ("_dtk_datapoints", "_dtk_detections")
READ = f"SELECT timestamp, value, seasonality_data, seasonality_columns FROM {LOCATION}._dtk_datapoints"
HEADER = ("server", "rows/s", "ours", "bare", "ours / bare", "original", "ours / original")


def timed(work, *arguments):
    begin = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - begin


class Postgres:
    type = "postgres"
    original = staticmethod(server_original.postgres)

    def __init__(self, url):
        import psycopg2
        self.database = url.path[1:]
        self.connection = psycopg2.connect(host=url.hostname, port=url.port, user=url.username,
                                           password=url.password, dbname=self.database)
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        self.clear()

    def clear(self):
        self.cursor.execute(f"DROP SCHEMA IF EXISTS {LOCATION}, {ORIGINAL} CASCADE")

    def export(self, table, file):
        with open(file, "wb") as out:
            self.cursor.copy_expert(f"COPY {LOCATION}.{table} TO STDOUT (FORMAT BINARY)", out)
        self.cursor.execute(f"CREATE TABLE {LOCATION}.bare{table} (LIKE {LOCATION}.{table} INCLUDING ALL)")

    def load(self, table, file):
        with open(file, "rb") as rows:
            self.cursor.copy_expert(f"COPY {LOCATION}.bare{table} FROM STDIN (FORMAT BINARY)", rows)

    def read(self):
        with open(os.devnull, "wb") as out:
            self.cursor.copy_expert(f"COPY ({READ} ORDER BY timestamp) TO STDOUT (FORMAT BINARY)", out)


class MySql:
    type = "mysql"
    original = staticmethod(server_original.mysql)

    def __init__(self, url):
        import pymysql
        self.database = url.path[1:]
        self.login = {"host": url.hostname, "port": url.port, "user": url.username,
                      "password": url.password, "local_infile": True, "autocommit": True}
        self.connection = pymysql.connect(**self.login)
        self.cursor = self.connection.cursor()
        self.clear()

    def clear(self):
        for location in (LOCATION, ORIGINAL):
            self.cursor.execute(f"DROP DATABASE IF EXISTS {location}")

    def export(self, table, file):
        file.unlink(missing_ok=True)
        self.cursor.execute(f"SELECT * INTO OUTFILE '{file}' FROM {LOCATION}.{table}")
        self.cursor.execute(f"CREATE TABLE {LOCATION}.bare{table} LIKE {LOCATION}.{table}")

    def load(self, table, file):
        self.cursor.execute(f"LOAD DATA LOCAL INFILE '{file}' INTO TABLE {LOCATION}.bare{table}")

    def read(self):
        client = ["mariadb", "--no-defaults", "-h", self.login["host"], "-P", str(self.login["port"]),
                  "-u", self.login["user"], f"-p{self.login['password']}", "--quick", "-N", "-e",
                  READ + " ORDER BY timestamp"]
        subprocess.run(client, stdout=subprocess.DEVNULL, check=True)


class ClickHouse:
    type = "clickhouse"
    database = ""
    original = None

    def __init__(self, url):
        self.url = f"http://{url.hostname}:{url.port}/"
        login = base64.b64encode(f"{url.username}:{url.password}".encode()).decode()
        self.headers = {"Authorization": "Basic " + login}
        self.clear()

    def request(self, data, sql=None):
        query = "?" + urlencode({"query": sql}) if sql else ""
        return urllib.request.urlopen(urllib.request.Request(self.url + query, data, self.headers))

    def clear(self):
        self.request(f"DROP DATABASE IF EXISTS {LOCATION}".encode()).read()

    def export(self, table, file):
        file.write_bytes(self.request(f"SELECT * FROM {LOCATION}.{table} FINAL FORMAT RowBinary".encode()).read())
        self.request(f"CREATE TABLE {LOCATION}.bare{table} AS {LOCATION}.{table}".encode()).read()

    def load(self, table, file):
        self.request(file.read_bytes(), f"INSERT INTO {LOCATION}.bare{table} FORMAT RowBinary").read()

    def read(self):
        self.request(f"{READ} FINAL ORDER BY timestamp FORMAT RowBinary".encode()).read()


def ours(server, url, rows):
    # Spark's jars are beside it: they bring the JSON library.
    classes = f"{ROOT}/bench/target/classes:{ROOT}/bench/target/lib/*:{ROOT}/driver-cli/target/spark/*"
    command = ["java", "-Xmx2g", "-cp", classes, "io.dtkspark.bench.StoreRate", server.type, url.hostname,
               str(url.port), url.username, url.password, server.database, LOCATION, str(rows)]
    return json.loads(subprocess.check_output(command).splitlines()[-1])


def original(server, url, rows):
    """Rows per second that the original writes and reads, or nothing where it cannot connect."""
    if not server.original:
        return None, None
    connections = [server.original(url, location) for location in (LOCATION, ORIGINAL)]
    with closing(server_original.Original(*connections)) as store:
        return store.rows() / timed(store.write), rows / timed(store.read)


def bare(server, rows, directory):
    """Rows per second that the server loads and exports."""
    read = rows / timed(server.read)
    seconds = 0
    for table in TABLES:
        file = directory / table
        server.export(table, file)
        seconds += timed(server.load, table, file)
        file.unlink()
    return 2 * rows / seconds, read


def measure(kind, rows):
    url = urlparse(os.environ[f"DTK_TEST_{kind.__name__.upper()}_URL"])
    server = kind(url)
    directory = pathlib.Path(tempfile.mkdtemp(prefix="dtk-bench-"))
    directory.chmod(0o777)  # MariaDB itself writes its export
    try:
        seconds = ours(server, url, rows)
        own = 2 * rows / (seconds["datapoints"] + seconds["detections"]), rows / seconds["read"]
        rates = zip(("write", "read"), own, bare(server, rows, directory), original(server, url, rows))
        return [(kind.__name__, *line(*rate)) for rate in rates]
    finally:
        server.clear()
        directory.rmdir()


def line(action, our_rate, bare_rate, original_rate):
    beside = (f"{original_rate:,.0f}", f"{our_rate / original_rate:,.1f}") if original_rate else ("-", "-")
    return action, f"{our_rate:,.0f}", f"{bare_rate:,.0f}", f"{our_rate / bare_rate:.2f}", *beside


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--server", action="append", choices=[k.__name__ for k in KINDS])
    given = parser.parse_args()
    print(" | ".join(HEADER))
    for kind in KINDS:
        if not given.server or kind.__name__ in given.server:
            for cells in measure(kind, given.rows):
                print(" | ".join(cells), flush=True)


KINDS = (Postgres, MySql, ClickHouse)

if __name__ == "__main__":
    main()
