"""Rolling statistics of other programs, for the plain cases. None of them has all of a detector.

What is not installed is left out. Everything runs on one thread, and time is CPU time. The moving
sums of Polars, pandas and bottleneck subtract what leaves the window, so they keep the rounding
errors of outliers that are long gone.
"""

import importlib
import os
import time

os.environ["POLARS_MAX_THREADS"] = "1"

import numpy as np

ROWS = 100_000
# DuckDB's order statistics: fewer rows, and none at all where they would take minutes.
DUCKDB_ROWS = 20_000
DUCKDB_WINDOWS = 10_000

STATISTICS = {
    "mad": "median and MAD",
    "iqr": "two quartiles",
    "zscore": "mean and deviation",
}


def in_duckdb(case, values):
    import duckdb

    functions = {
        "mad": "median(v) OVER w + mad(v) OVER w",
        "iqr": "quantile_cont(v, 0.25) OVER w + quantile_cont(v, 0.75) OVER w",
        "zscore": "avg(v) OVER w + stddev_pop(v) OVER w",
    }
    con = duckdb.connect()
    con.execute("SET threads = 1")
    con.register("source", {"i": np.arange(len(values)), "x": values})
    con.execute("CREATE TABLE t AS SELECT i, CASE WHEN isnan(x) THEN NULL ELSE x END v FROM source")
    query = f"""SELECT sum(s) FROM (SELECT {functions[case.name]} AS s FROM t
        WINDOW w AS (ORDER BY i ROWS BETWEEN {case.window} PRECEDING AND 1 PRECEDING))"""
    return lambda: con.execute(query).fetchall(), STATISTICS[case.name]


def in_polars(case, values):
    import polars

    s = polars.Series(values).fill_nan(None)
    w = case.window
    if case.name == "mad":
        return lambda: s.rolling_median(w, min_samples=1), "median only"
    if case.name == "iqr":
        return (
            lambda: [s.rolling_quantile(q, "linear", w, min_samples=1) for q in (0.25, 0.75)],
            STATISTICS["iqr"],
        )
    return (
        lambda: (s.rolling_mean(w, min_samples=1), s.rolling_std(w, min_samples=1)),
        STATISTICS["zscore"],
    )


def in_pandas(case, values):
    import pandas

    r = pandas.Series(values).rolling(case.window, min_periods=1)
    if case.name == "mad":
        return r.median, "median only"
    if case.name == "iqr":
        return lambda: (r.quantile(0.25), r.quantile(0.75)), STATISTICS["iqr"]
    return lambda: (r.mean(), r.std()), STATISTICS["zscore"]


def in_bottleneck(case, values):
    import bottleneck

    w = case.window
    if case.name == "mad":
        return lambda: bottleneck.move_median(values, w, 1), "median only"
    if case.name == "zscore":
        return (
            lambda: (bottleneck.move_mean(values, w, 1), bottleneck.move_std(values, w, 1)),
            STATISTICS["zscore"],
        )
    return None


PROGRAMS = {
    "duckdb": in_duckdb,
    "polars": in_polars,
    "pandas": in_pandas,
    "bottleneck": in_bottleneck,
}


def installed():
    """Name and version of the programs that can be imported."""
    found = {}
    for name in PROGRAMS:
        try:
            found[name] = importlib.import_module(name).__version__
        except ImportError:
            continue
    return found


def best_seconds(work):
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        if best > 2:
            break
    return best


def measure(case, values):
    """Rows per second, and what is computed, by program; windows start out empty."""
    rates = {}
    for name in installed():
        taken = values
        if name == "duckdb" and case.name != "zscore":
            if case.window > DUCKDB_WINDOWS:
                continue
            taken = values[: case.window + DUCKDB_ROWS]
        work = PROGRAMS[name](case, taken)
        if work:
            rates[name] = len(taken) / best_seconds(work[0]), work[1]
    return rates
