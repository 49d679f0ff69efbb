"""Records what detectkit 0.67.2 would make of values of ClickHouse's types.

    pip install clickhouse-driver==0.2.11 numpy orjson
    DTK_TEST_CLICKHOUSE_URL=http://user:password@host:port/default python record_values.py > values.tsv

The server's answers in its Native format are decoded by the columns of clickhouse-driver, which
detectkit reads with, as if the server stood in ZONE. Each line holds an expression and what
detectkit makes of it as a seasonality value (JSON), as a metric's value and as a timestamp (epoch
milliseconds); "-" where it fails.
"""

import base64
import io
import os
import urllib.parse
import urllib.request
import warnings
from datetime import datetime, timezone
from types import SimpleNamespace

import numpy
import orjson
from clickhouse_driver.bufferedreader import BufferedReader
from clickhouse_driver.columns.service import read_column
from clickhouse_driver.varint import read_varint

ZONE = "Europe/Berlin"

EXPRESSIONS = """
toInt8(-128)
toUInt8(255)
toInt16(-32768)
toUInt16(65535)
toInt32(-2147483648)
toUInt32(4294967295)
toInt64('-9223372036854775808')
toInt64(1704067200123)
toUInt64('18446744073709551615')
toUInt64('9007199254740993')
toInt128('170141183460469231731687303715884105727')
toInt128(5)
toUInt256(5)
toFloat32(0.1)
toFloat64(0.1)
1e308
5e-324
-0.0
nan
inf
toFloat32('-inf')
toDecimal32('1.25', 2)
toDecimal64('-123456789.123456789', 9)
toDecimal128('12345678901234567890.123456789', 9)
toDecimal256('0.1', 40)
true
CAST(0, 'Bool')
'plain'
''
'12.5'
' 1_000 '
'inf'
'ünïcode \\'quoted\\' \\\\ \\n 😀'
'2024-01-01 00:00:00'
'2024-01-01T12:00:00.123456+03:00'
'2024-01-01'
toFixedString('ab', 5)
toFixedString('2024-01-01', 12)
toFixedString('7', 3)
toLowCardinality('low')
CAST('7', 'LowCardinality(Nullable(String))')
CAST(NULL, 'LowCardinality(Nullable(String))')
CAST(NULL, 'Nullable(Float64)')
CAST(2.5, 'Nullable(Float64)')
CAST(NULL, 'Nullable(DateTime)')
NULL
toDate('2024-02-29')
toDate('1970-01-01')
toDate32('1900-01-01')
toDate32('2299-12-31')
toDateTime(1704067200)
toDateTime(1711846800)
toDateTime(1711846799)
toDateTime(1729990800)
toDateTime(1704067200, 'UTC')
toDateTime(1704067200, 'Asia/Kathmandu')
toDateTime(1720000000, 'America/New_York')
fromUnixTimestamp64Milli(1704067200123, 'UTC')
fromUnixTimestamp64Milli(-1, 'UTC')
CAST(fromUnixTimestamp64Milli(1704067200123), 'DateTime64(3)')
fromUnixTimestamp64Micro(1704067200123456, 'UTC')
fromUnixTimestamp64Nano(1704067200123456789, 'Asia/Tokyo')
CAST('2024-01-01 00:00:00.5', 'DateTime64(1, \\'UTC\\')')
toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')
CAST('a', 'Enum8(\\'a\\' = 1, \\'b\\' = 2)')
CAST('2', 'Enum16(\\'1\\' = 1000, \\'2\\' = 2000)')
toIPv4('1.2.3.4')
toIPv6('::1')
[1, 2, 3]
[[1], [2, 3], []]
['a', 'b']
[toDate('2024-01-01')]
[toDateTime(1704067200, 'UTC')]
[toNullable(1), NULL]
(1, 'a', 2.5)
(1, (toDate('2024-01-01'), NULL))
CAST((1, 'x'), 'Tuple(n Int32, s String)')
map('b', 1, 'a', 2)
map('b', [1, 2], 'a', [])
map(1, 2)
[1.5, nan]
[toDecimal32('1.5', 1)]
"""


def ask(expression):
    """The value of an expression as clickhouse-driver would return it."""
    # By its name alone: over HTTP the Native format leaves the zone out of DateTime.
    kind = fetch(f"SELECT toTypeName({expression})", "TabSeparatedRaw").decode().strip()
    source = Answer(fetch(f"SELECT {expression} AS v", "Native"))
    assert (read_varint(source), read_varint(source)) == (1, 1), expression
    source.read_strings(2, encoding="utf-8")  # name and type
    return read_column(CONTEXT, kind, 1, source)[0]


def fetch(query, answer_format):
    url = urllib.parse.urlsplit(os.environ["DTK_TEST_CLICKHOUSE_URL"])
    login = base64.b64encode(f"{url.username}:{url.password}".encode()).decode()
    request = urllib.request.Request(
        f"http://{url.hostname}:{url.port}/?session_timezone={urllib.parse.quote(ZONE)}",
        data=query.encode(),
        headers={"Authorization": "Basic " + login, "X-ClickHouse-Format": answer_format},
    )
    return urllib.request.urlopen(request).read()


class Answer(BufferedReader):
    """A whole answer in the reader's buffer."""

    def __init__(self, answer):
        super().__init__(len(answer))
        self.buffer[:] = answer
        self.current_buffer_size = len(answer)

    def read_into_buffer(self):
        raise EOFError


CONTEXT = SimpleNamespace(
    settings={},
    client_settings={"use_numpy": False, "strings_as_bytes": False, "strings_encoding": "utf-8",
                     "namedtuple_as_json": True},
    server_info=SimpleNamespace(timezone=ZONE, session_timezone=ZONE, used_revision=0,
                                get_timezone=lambda: ZONE),
)


def seasonality(value):
    return orjson.dumps({"v": value}, option=orjson.OPT_SORT_KEYS).decode()


def number(value):
    return repr(float(numpy.array([value], dtype=numpy.float64)[0]))


def timestamp(value):
    """What the loader does with it, one step after the other."""
    if isinstance(value, bool):
        raise ValueError("one millisecond after 1970 to detectkit, a mistake to us")
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            value = value.astimezone(timezone.utc).replace(tzinfo=None)
    else:
        # Fails where the result is no datetime.
        numpy.datetime64(value, "ms").astype(datetime) >= datetime.max
    return str(int(numpy.array([value], dtype="datetime64[ms]")[0].astype(numpy.int64)))


def attempt(conversion, value):
    try:
        return conversion(value)
    except Exception:  # whatever it is, detectkit's run fails with it
        return "-"


warnings.simplefilter("ignore")  # numpy's, about offsets
for expression in EXPRESSIONS.strip().splitlines():
    value = ask(expression)
    print(expression, *(attempt(f, value) for f in (seasonality, number, timestamp)), sep="\t")
