"""Records what detectkit 0.67.2 makes of values and queries on PostgreSQL, MySQL and MariaDB.

    pip install 'detectkit[postgres,mysql]==0.67.2' orjson
    . DIR/env  # of scripts/test-servers
    python record_values.py postgres
    python record_values.py mysql

Makes the tables of ENGINE/tables.sql. Each line of ENGINE/values.tsv begins with an expression;
what detectkit's loader makes of it is written behind it: as a seasonality value (JSON), as a
metric's value and as a timestamp (epoch milliseconds). Each line of ENGINE/queries.tsv begins with
a query; the values of its rows are written behind it. "-" stands where it fails, "none" where there
are no rows. A new case is a new line without results.
"""

import os
import sys
import urllib.parse
import warnings
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import numpy
from detectkit.config.metric_config import QueryColumnsConfig
from detectkit.database.mysql_manager import MySQLDatabaseManager
from detectkit.database.postgres_manager import PostgresDatabaseManager
from detectkit.loaders.metric_loader import MetricLoader

ENGINES = {
    "postgres": (PostgresDatabaseManager, "DTK_TEST_POSTGRES_URL"),
    "mysql": (MySQLDatabaseManager, "DTK_TEST_MYSQL_URL"),
}
NAMES = {"timestamp": "DATE '2024-01-01'", "value": "1", "v": "1"}


def manager(engine):
    kind, variable = ENGINES[engine]
    url = urllib.parse.urlsplit(os.environ[variable])
    return kind(host=url.hostname, port=url.port, user=url.username, password=url.password,
                database=url.path[1:], ensure_locations=False)


def load(database, query):
    """What the loader makes of a query, before it fills gaps."""
    config = SimpleNamespace(
        name="m",
        get_interval=lambda: SimpleNamespace(seconds=60),
        get_query_text=lambda: "{% raw %}" + query + "{% endraw %}",
        query_columns=QueryColumnsConfig(timestamp="timestamp", metric="value", seasonality=["v"]),
        seasonality_columns=[],
    )
    loader = MetricLoader(config, database, None)
    return loader.load(datetime(1, 1, 1), datetime.max, fill_gaps=False)


def with_expression(name, expression):
    items = {**NAMES, name: expression}
    return ("SELECT " + ", ".join(f"{item} AS {column}" for column, item in items.items())
            + " FROM dtk_values")


def seasonality(database, expression):
    return first(load(database, with_expression("v", expression))["seasonality_data"])


def number(database, expression):
    value = first(load(database, with_expression("value", expression))["value"])
    return repr(float(value))


def timestamp(database, expression):
    query = with_expression("timestamp", expression)
    if any(isinstance(row["timestamp"], bool) for row in database.execute_query(query)):
        raise ValueError("one millisecond after 1970 to detectkit, a mistake to us")
    moment = first(load(database, query)["timestamp"])
    return moment if moment == "none" else str(int(moment.astype(numpy.int64)))


def first(values):
    return values[0] if len(values) else "none"


def rows(database, query):
    return " ".join(repr(float(value)) for value in load(database, query)["value"]) or "none"


def attempt(conversion, database, text):
    try:
        return conversion(database, text)
    except Exception:  # whatever it is, detectkit's run fails with it
        return "-"


def record(database, recording, conversions):
    cases = [line.split("\t")[0] for line in lines(recording)]
    with recording.open("w", encoding="utf-8") as out:
        for case in cases:
            print(case, *(attempt(f, database, case) for f in conversions), sep="\t", file=out)


def lines(file):
    return file.read_text(encoding="utf-8").splitlines()


warnings.simplefilter("ignore")  # numpy's, about offsets
folder = Path(__file__).parent / sys.argv[1]
database = manager(sys.argv[1])
for statement in lines(folder / "tables.sql"):
    database.execute_query(statement)
record(database, folder / "values.tsv", (seasonality, number, timestamp))
record(database, folder / "queries.tsv", (rows,))
