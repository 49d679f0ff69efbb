"""Records what detectkit 0.67.2 stores for one load batch on DuckDB.

A case is a line "from, to, interval seconds, query's seasonality columns, built-in ones, query";
the lines after it begin with a tab and are the stored rows "epoch ms, value, seasonality", perhaps
after the word "warns", or the word "fails". A case without such lines stores nothing.

Run with the Python that has detectkit 0.67.2:
    python record_loads.py > loads.tsv
"""

import logging
import os
import time
import warnings

os.environ["TZ"] = "UTC"
time.tzset()

from datetime import datetime  # noqa: E402

from detectkit.config.metric_config import MetricConfig  # noqa: E402
from detectkit.database.duckdb_manager import DuckDBDatabaseManager  # noqa: E402
from detectkit.database.internal_tables import InternalTablesManager  # noqa: E402
from detectkit.loaders.metric_loader import MetricLoader  # noqa: E402

FROM, TO = "2024-01-01 00:00:00", "2024-01-01 00:30:00"
SECOND_SLOT = "TIMESTAMP '2024-01-01 00:10:00'"

# Expressions that stand for the second slot, or nearly so.
TIMESTAMPS = """
TIMESTAMP '2024-01-01 00:10:00'
TIMESTAMP '2024-01-01 00:10:00.000999'
TIMESTAMP '2024-01-01 00:10:00.001'
TIMESTAMP '2024-01-01 00:09:59.999999'
TIMESTAMP '2024-01-01 00:29:59.999999'
TIMESTAMP '2024-01-01 00:30:00'
TIMESTAMP '2023-12-31 23:59:59.999999'
TIMESTAMP 'infinity'
TIMESTAMP '-infinity'
TIMESTAMP '0001-01-01 00:00:00'
TIMESTAMP '9999-12-31 23:59:59.999999'
TIMESTAMP '10000-01-01 00:00:00'
TIMESTAMP '0044-03-15 (BC) 00:00:00'
'2024-01-01 00:10:00'::TIMESTAMP_S
'2024-01-01 00:10:00.5'::TIMESTAMP_MS
'2024-01-01 00:10:00'::TIMESTAMP_MS
'2024-01-01 00:10:00.000000999'::TIMESTAMP_NS
'2024-01-01 00:10:00'::TIMESTAMP_NS
'infinity'::TIMESTAMP_S
'-infinity'::TIMESTAMP_MS
'infinity'::TIMESTAMP_NS
TIMESTAMPTZ '2024-01-01 00:10:00+00'
TIMESTAMPTZ '2024-01-01 05:55:00+05:45'
TIMESTAMPTZ '2023-12-31 19:10:00.0009-05'
TIMESTAMPTZ '2024-01-01 00:30:00+00'
TIMESTAMPTZ 'infinity'
TIMESTAMPTZ '-infinity'
DATE '2024-01-01'
DATE '2023-12-31'
DATE '2024-01-02'
DATE '10000-01-01'
DATE '0044-03-15 (BC)'
DATE 'infinity'
DATE '-infinity'
TIME '00:10:00'
'00:10:00+00'::TIMETZ
INTERVAL 10 MINUTE
'2024-01-01 00:10:00'
'2024-01-01T00:10:00'
'2024-01-01T00:10'
'2024-01-01 00:10'
'2024-01-01T00'
'2024-01-01 00'
'2024-01-01'
'2024-01'
'2024'
'20240101'
'20240101T001000'
'2024-01-01 00:10:00.000'
'2024-01-01 00:10:00.0'
'2024-01-01 00:10:00.000000'
'2024-01-01 00:10:00.0009'
'2024-01-01 00:10:00.000000000000000009'
'2024-01-01 00:10:00.0000000000000000009'
'2024-01-01 00:10:00.5'
'2024-01-01 00:10:00Z'
'2024-01-01T00:10:00Z'
'2024-01-01T00:10Z'
'2024-01-01T00Z'
'2024-01-01Z'
'2024-01-01T00:10:00z'
'2024-01-01T00:10:00.000Z'
'2024-01-01 00:10:00 Z'
'2024-01-01 00:10:00 UTC'
'2024-01-01 01:10:00+01'
'2024-01-01 01:10:00+0100'
'2024-01-01 01:10:00+01:00'
'2023-12-31 23:10:00-01:00'
'2024-01-01 01:10+01:00'
'2024-01-01 23:59:00+23:49'
'2024-01-02 00:10:00+24:00'
'2024-01-01 20:10:00+20:00'
'2024-01-01 00:10:00+00:60'
'2024-01-01 01:10:00+01:00:00'
'2024-01-01 01:10:00+1'
' 2024-01-01 00:10:00'
'2024-01-01 00:10:00 '
'  2024-01-01 00:10:00  '
chr(9) || '2024-01-01 00:10:00' || chr(10)
chr(160) || '2024-01-01 00:10:00'
'2024-01-01  00:10:00'
'2024-1-1 00:10:00'
'2024-01-01 0:10:00'
'2024-01-01 00:10:0'
'2024-01-01 00:10:'
'2024-01-01 '
'2024-01-01T'
'2024/01/01 00:10:00'
'24-01-01 00:10:00'
'02024-01-01 00:10:00'
'+2024-01-01 00:10:00'
'-2024-01-01 00:10:00'
'12024-01-01 00:10:00'
'0000-01-01 00:10:00'
'10000-01-01 00:10:00'
'9999-12-31 23:59:59'
'2024-01-01 24:00:00'
'2024-01-01 00:60:00'
'2024-01-01 00:10:60'
'2024-02-30 00:10:00'
'2024-13-01 00:10:00'
'2024-01-01 00:10:00,5'
'2024-01-01 00:1000'
'2024-01-01 001000'
'2024-01-01T0010'
'2024-W01-1'
'2024-001'
'NaT'
'nat'
''
' '
'infinity'
'1704067800000'
'yesterday'
1704067800000::BIGINT
1704067800000::HUGEINT
1704067800000::UBIGINT
1704067800000::UHUGEINT
1704067800000::DOUBLE
1704067800000::DECIMAL(18, 0)
1704067800::INTEGER
1704067800::UINTEGER
7::TINYINT
7::UTINYINT
7::SMALLINT
7::USMALLINT
(-1)::INTEGER
0::BIGINT
9223372036854775807::BIGINT
(-9223372036854775808)::BIGINT
18446744073709551615::UBIGINT
(-170141183460469231731687303715884105728)::HUGEINT
253402300800000::BIGINT
(-62135596800001)::BIGINT
true
NULL
NULL::TIMESTAMP
NULL::TIMESTAMPTZ
NULL::DATE
NULL::VARCHAR
NULL::BIGINT
uuid '00000000-0000-0000-0000-000000000001'
'2024-01-01 00:10:00'::BLOB
[TIMESTAMP '2024-01-01 00:10:00']
{'a': 1}
""".strip().split("\n")

VALUES = """
1::TINYINT
(-128)::TINYINT
255::UTINYINT
(-32768)::SMALLINT
65535::USMALLINT
2147483647::INTEGER
4294967295::UINTEGER
9223372036854775807::BIGINT
9007199254740993::BIGINT
18446744073709551615::UBIGINT
9007199254740993::UBIGINT
170141183460469231731687303715884105727::HUGEINT
(-170141183460469231731687303715884105728)::HUGEINT
340282366920938463463374607431768211455::UHUGEINT
0.1::FLOAT
3.4028235e38::FLOAT
'nan'::FLOAT
'inf'::FLOAT
0.1::DOUBLE
-0.0::DOUBLE
5e-324::DOUBLE
1.7976931348623157e308::DOUBLE
'nan'::DOUBLE
'-nan'::DOUBLE
'inf'::DOUBLE
'-inf'::DOUBLE
0.1::DECIMAL(4, 1)
123.45
12345678.901234567::DECIMAL(18, 9)
0.12345678901234567890123456789012345678::DECIMAL(38, 38)
99999999999999999999999999999999999999::DECIMAL(38, 0)
-0.5::DECIMAL(3, 2)
true
false
NULL
NULL::TINYINT
NULL::BIGINT
NULL::UBIGINT
NULL::HUGEINT
NULL::FLOAT
NULL::DOUBLE
NULL::DECIMAL(18, 3)
NULL::BOOLEAN
NULL::VARCHAR
NULL::DATE
NULL::UUID
NULL::BLOB
NULL::INTEGER[]
'1.5'
' 1.5 '
chr(9) || '1.5' || chr(10)
chr(160) || '1.5'
'1_000'
'1_0.0_1e1_0'
'1__0'
'_1'
'1_'
'.5'
'5.'
'.'
'1e3'
'1E+3'
'e3'
'+1.5'
'-1.5'
'--1'
'nan'
'-NaN'
'+nan'
'inf'
'-Infinity'
'INF'
'+infinity'
'infinit'
'1e999'
'0x10'
'1d'
'1f'
'1,5'
'1 5'
''
' '
'one'
'true'
chr(1633) || chr(1634)
'1.5'::BLOB
'x'::BLOB
DATE '2024-01-01'
TIMESTAMP '2024-01-01 00:00:00'
'2024-01-01 00:00:00'::TIMESTAMP_S
'2024-01-01 00:00:00'::TIMESTAMP_NS
TIMESTAMPTZ '2024-01-01 00:00:00+00'
TIME '01:00:00'
INTERVAL 1 DAY
uuid '00000000-0000-0000-0000-000000000001'
[1.5]
[]::INTEGER[]
[1.5, 2.5]
[1.5]::DOUBLE[1]
{'a': 1.5}
MAP {'a': 1.5}
'101'::BIT
'a'::ENUM ('a', 'b')
'1.5'::ENUM ('1.5', 'b')
union_value(n := 1.5)
'1.5'::JSON
'[1.5]'::JSON
""".strip().split("\n")

SEASONALITY = """
1::TINYINT
255::UTINYINT
(-7)::SMALLINT
65535::USMALLINT
(-2147483648)::INTEGER
4294967295::UINTEGER
(-9223372036854775808)::BIGINT
9223372036854775807::BIGINT
18446744073709551615::UBIGINT
9223372036854775808::HUGEINT
18446744073709551615::HUGEINT
18446744073709551616::HUGEINT
(-9223372036854775808)::HUGEINT
(-9223372036854775809)::HUGEINT
7::UHUGEINT
0.1::FLOAT
16777217::FLOAT
0.1::DOUBLE
7::DOUBLE
-0.0::DOUBLE
1e16::DOUBLE
1e-7::DOUBLE
'nan'::DOUBLE
'inf'::DOUBLE
1.5::DECIMAL(4, 1)
1.5
true
false
NULL
NULL::INTEGER
NULL::DATE
NULL::DECIMAL(4, 1)
NULL::BLOB
NULL::INTEGER[]
NULL::UUID
'monday'
''
'a"b\\c'
'é€' || chr(128512)
chr(10) || chr(9) || chr(13) || chr(1) || chr(127)
'1.5'
TIMESTAMP '2024-01-01 00:00:00'
TIMESTAMP '2024-01-01 12:34:56.000001'
TIMESTAMP '2024-01-01 12:34:56.5'
TIMESTAMP '1969-12-31 23:59:59.999999'
TIMESTAMP '0001-01-01 00:00:00'
TIMESTAMP '0999-01-01 00:00:00'
TIMESTAMP '9999-12-31 23:59:59.999999'
TIMESTAMP 'infinity'
TIMESTAMP '-infinity'
TIMESTAMP '10000-01-01 00:00:00'
TIMESTAMP '0044-03-15 (BC) 00:00:00'
'2024-01-01 12:34:56'::TIMESTAMP_S
'2024-01-01 12:34:56.7'::TIMESTAMP_MS
'2024-01-01 12:34:56.000000999'::TIMESTAMP_NS
'2024-01-01 12:34:56.123456789'::TIMESTAMP_NS
TIMESTAMPTZ '2024-01-01 12:34:56+00'
TIMESTAMPTZ '2024-07-01 12:34:56.25+02'
TIMESTAMPTZ 'infinity'
DATE '2024-01-01'
DATE '0999-12-31'
DATE '9999-12-31'
DATE '10000-01-01'
DATE '0044-03-15 (BC)'
DATE 'infinity'
DATE '-infinity'
TIME '12:34:56'
TIME '12:00:00'
TIME '00:00:00'
TIME '12:34:56.5'
TIME '12:34:56.000001'
'12:34:56+02'::TIMETZ
INTERVAL 1 DAY
uuid '00000000-0000-0000-0000-00000000abCD'
'x'::BLOB
[1, 2, NULL]
[]::INTEGER[]
['a', 'b"']
[[1.5::DOUBLE], [2.5, 3]]
[1.5::DECIMAL(4, 1)]
[DATE '2024-01-01']
[1, 2]::INTEGER[2]
{'b': 1, 'a': 'x'}
{'b': {'d': 1, 'c': [true]}}
MAP {'b': 1, 'a': 2}
MAP {2: 1}
'101'::BIT
'a'::ENUM ('b', 'a')
union_value(n := 7)
'{"b": 1,  "a": [2]}'::JSON
'1.50'::JSON
""".strip().split("\n")


def values(*rows):
    """A query with three columns from (timestamp, value, seasonality) expressions."""
    return "SELECT * FROM (VALUES " + ", ".join(rows) + ") AS t(timestamp, value, s)"


def row(time_of_day, value, seasonality="NULL"):
    return f"(TIMESTAMP '2024-01-01 {time_of_day}', {value}, {seasonality})"


def shapes():
    """Rows in every relation to the grid; the flag says whether to read the column s."""
    yield values(row("00:00:00", "1"), row("00:10:00", "2"), row("00:20:00", "3"))
    yield values(row("00:20:00", "3"), row("00:00:00", "1"), row("00:10:00", "2"))
    yield values(row("00:10:00", "1.5", "7"))
    yield values(row("00:10:00", "1", "7"), row("00:10:00", "2", "8"))
    yield values(row("00:10:00", "1", "7"), row("00:10:00", "NULL", "NULL"))
    yield values(row("00:10:00", "NULL", "7"), row("00:10:00", "1", "8"))
    yield values(row("00:10:00", "1", "7"), row("00:10:00.0004", "2", "8"))
    yield values(row("00:05:00", "1", "7"), row("00:10:00", "2", "8"))
    yield values(row("00:05:00", "1", "7"), row("00:15:00", "2", "8"))
    yield values(row("00:30:00", "1", "7"), row("00:40:00", "2", "8"))
    yield values(row("00:30:00", "'x'", "[1]"), row("00:10:00", "'2'", "[2]"))
    yield values("(TIMESTAMP '2023-12-31 23:50:00', 1, 7)")
    yield values("(TIMESTAMP '2023-12-31 23:50:00', 1, 7)", row("00:00:00", "2", "8"))
    yield values(row("00:00:00", "NULL"), row("00:10:00", "NULL"))
    yield values(row("00:00:00", "1")) + " WHERE false"
    yield values(row("00:00:00", "1"), "(NULL, 2, NULL)")


def columns():
    """Which columns there are matters only when there is a row to read."""
    yield "SELECT TIMESTAMP '2024-01-01 00:00:00' AS time, 1 AS value, 7 AS s"
    yield "SELECT TIMESTAMP '2024-01-01 00:00:00' AS timestamp, 1 AS amount, 7 AS s"
    yield "SELECT TIMESTAMP '2024-01-01 00:00:00' AS timestamp, 1 AS value"
    yield "SELECT TIMESTAMP '2024-01-01 00:30:00' AS timestamp, 1 AS amount"
    yield "SELECT 1 AS x WHERE false"
    yield "SELECT TIMESTAMP '2024-01-01 00:00:00' AS TIMESTAMP, 1 AS Value, 7 AS s"
    yield "SELECT TIMESTAMP '2024-01-01 00:00:00' AS timestamp, 1 AS value, 2 AS value, 7 AS s"
    yield "SELECT 7 AS s, 1 AS other, 2 AS value, TIMESTAMP '2024-01-01 00:00:00' AS timestamp"
    yield "SELECT TIMESTAMP '2024-01-01 00:00:00' AS timestamp, 1 AS value, 7 AS s;"
    yield "SET VARIABLE x = 3; SELECT TIMESTAMP '2024-01-01' AS timestamp, getvariable('x') AS value, 7 AS s"
    yield "SELECT 1 AS value FROM no_such_table"
    yield "SELEKT 1"
    yield "SELECT TIMESTAMP '2024-01-01' AS timestamp, error('x') AS value, 7 AS s"


BUILTIN = "hour,day_of_week,day_of_month,month,is_weekend,is_holiday"
EVERY_STEP = (
    "SELECT '{{ dtk_start_time }}'::TIMESTAMP + i * INTERVAL ({{ interval_seconds }}) SECOND"
    " AS timestamp, i AS value FROM range(1000) t(i)"
    " WHERE timestamp < '{{ dtk_end_time }}'::TIMESTAMP"
)
# Clock changes, leap days, year ends, weekends, and times before the epoch.
SPANS = """
2024-02-28 22:00:00|2024-03-02 02:00:00|7200
2023-02-28 20:30:00|2023-03-01 03:30:00|1800
2024-03-31 00:00:00|2024-03-31 04:00:00|1800
2024-10-27 00:00:00|2024-10-27 04:00:00|1800
2024-03-10 05:00:00|2024-03-10 09:00:00|3600
2023-12-31 22:59:59|2024-01-01 01:00:00|601
2024-01-05 12:00:00|2024-01-08 12:00:00|21600
2024-12-29 00:00:00|2025-01-05 00:00:00|86400
2000-02-28 12:00:00|2000-03-01 12:00:00|43200
2100-02-28 12:00:00|2100-03-01 12:00:00|43200
1969-12-31 22:00:00|1970-01-01 02:00:00|1800
1899-12-31 22:00:00|1900-01-01 02:00:00|3600
""".strip().split("\n")


def cases():
    for expression in TIMESTAMPS:
        yield FROM, TO, 600, "", "", f"SELECT {expression} AS timestamp, 1.5 AS value"
    for expression in VALUES:
        yield FROM, TO, 600, "", "", f"SELECT {SECOND_SLOT} AS timestamp, {expression} AS value"
    for expression in SEASONALITY:
        query = f"SELECT {SECOND_SLOT} AS timestamp, 1 AS value, {expression} AS s"
        yield FROM, TO, 600, "s", "hour", query
    for query in shapes():
        yield FROM, TO, 600, "", "", query
        yield FROM, TO, 600, "s", "hour", query
    for query in columns():
        yield FROM, TO, 600, "s", "hour", query
    yield FROM, TO, 600, "b,a,b", "", "SELECT TIMESTAMP '2024-01-01' AS timestamp, 1 AS value, 2 AS a, 3 AS b"
    yield FROM, TO, 600, "value,timestamp", "", values(row("00:00:00", "1.5::DOUBLE"))
    for odd in ("1969-12-31 23:59:59.9995", "1969-12-31 23:59:59.000999", "1969-12-31 23:59:59"):
        query = f"SELECT TIMESTAMP '{odd}' AS timestamp, 1 AS value"
        yield "1969-12-31 23:59:57", "1970-01-01 00:00:02", 1, "", "hour", query
    for odd in ("1969-12-31 23:59:59.9995", "1969-12-31 23:59:59"):
        query = f"SELECT '{odd}' AS timestamp, 1 AS value"
        yield "1969-12-31 23:59:57", "1970-01-01 00:00:02", 1, "", "hour", query
    for span in SPANS:
        start, end, seconds = span.split("|")
        yield start, end, int(seconds), "", BUILTIN, EVERY_STEP
    for column in BUILTIN.split(","):
        yield FROM, TO, 600, "", column, EVERY_STEP
    yield FROM, TO, 600, "", "month,hour", EVERY_STEP
    yield "2024-01-01 00:00:05", "2024-01-01 00:00:32", 9, "", "", EVERY_STEP


class Warned(logging.Handler):
    """Notes that there was a warning."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append("warns")


def names(text):
    return text.split(",") if text else []


def stored(number, case):
    start, end, seconds, own, builtin, query = case
    query_columns = {"timestamp": "timestamp", "metric": "value", "seasonality": names(own)}
    config = MetricConfig(
        name=f"m{number}",
        interval=seconds,
        query=query,
        query_columns=query_columns,
        seasonality_columns=names(builtin),
    )
    manager = DuckDBDatabaseManager(path=":memory:", internal_schema="main")
    internal = InternalTablesManager(manager)
    internal.ensure_tables()
    loader = MetricLoader(config, manager, internal)
    warned = Warned()
    logging.getLogger("detectkit.loaders.metric_loader").handlers = [warned]
    try:
        loader.load_and_save(datetime.fromisoformat(start), datetime.fromisoformat(end))
    except Exception:
        return ["fails"]
    rows = manager.execute_query(
        "SELECT epoch_ms(timestamp) AS t, value AS v, seasonality_data AS s"
        " FROM _dtk_datapoints ORDER BY timestamp"
    )
    lines = [f"{row['t']}\t{number_text(row['v'])}\t{row['s']}" for row in rows]
    return warned.lines + lines


def number_text(value):
    if value is None:
        return "NULL"
    return repr(value).replace("inf", "Infinity")


warnings.simplefilter("ignore")
for number, case in enumerate(cases()):
    print(*case, sep="\t")
    for line in stored(number, case):
        print("", line, sep="\t")
