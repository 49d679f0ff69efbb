"""A project as long as you like: the taxi demand of examples/nyc-taxi, repeated.

Every half hour of the week has the mean of the real series, with seeded noise around it, 1 % of the
rows missing and 0.5 % of them far too low or too high. 10,000,000 points are 570 years. The metric
is the example's: hours and weekends as seasonality, windows of six weeks.

    python bench/taxi.py /tmp/taxi --points 1000000 --detector mad
    cd /tmp/taxi && dtk run --select taxi
"""

import argparse
import datetime
import pathlib

import duckdb

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "nyc-taxi"
START = datetime.datetime(2014, 7, 1)
STEP = datetime.timedelta(minutes=30)
WEEK_SLOTS = 336

PROFILES = """\
default_profile: local
profiles:
  local: {type: duckdb, path: ./taxi.duckdb, internal_schema: main, data_schema: main}
"""
METRIC = """\
name: taxi
interval: 30min
query: |
  SELECT timestamp, value FROM rides
  WHERE timestamp >= '{{ dtk_start_time }}' AND timestamp < '{{ dtk_end_time }}' ORDER BY timestamp
loading_start_time: "%s"
seasonality_columns: [hour, day_of_week, is_weekend]
detectors:
"""
DETECTOR = """\
  - type: %s
    params:
      threshold: %s
      window_size: 2016
      min_samples: 672
      seasonality_components: [[hour, is_weekend]]
"""
THRESHOLDS = {"mad": 4.0, "zscore": 3.0, "iqr": 2.5}

# hash() is the same on every machine, so the series is.
SERIES = """
CREATE TABLE target.rides AS
WITH real AS (
  SELECT epoch(timestamp)::BIGINT // 1800 % {week} AS slot, avg(value) AS mean, stddev(value) AS sd
  FROM read_csv('{csv}') GROUP BY slot
), drawn AS (
  SELECT TIMESTAMP '{start}' + INTERVAL (30 * i) MINUTE AS timestamp,
         (hash(i, 1) % 10000 + hash(i, 2) % 10000 + hash(i, 3) % 10000) / 10000.0 - 1.5 AS noise,
         hash(i, 4) % 1000 AS fate
  FROM range({points}) t(i)
)
SELECT timestamp,
       round((mean + noise * sd) * CASE fate WHEN 0 THEN 0.1 WHEN 1 THEN 0.2 WHEN 2 THEN 2
             WHEN 3 THEN 2.5 WHEN 4 THEN 3 ELSE 1 END)::INTEGER AS value
FROM drawn JOIN real ON slot = epoch(timestamp)::BIGINT // 1800 % {week}
WHERE fate < 990
ORDER BY timestamp
"""


def make_project(directory, points, detectors):
    """A new project in `directory`, its source table filled with `points` half hours."""
    (directory / "metrics").mkdir(parents=True)
    (directory / "detectkit_project.yml").write_text("name: taxi\ndefault_profile: local\n")
    (directory / "profiles.yml").write_text(PROFILES)
    metric = METRIC % START + "".join(DETECTOR % (d, THRESHOLDS[d]) for d in detectors)
    (directory / "metrics" / "taxi.yml").write_text(metric)
    con = duckdb.connect()
    con.execute(f"ATTACH '{directory}/taxi.duckdb' AS target (STORAGE_VERSION 'v1.0.0')")
    csv = EXAMPLE / "data" / "nyc_taxi.csv"
    con.execute(SERIES.format(week=WEEK_SLOTS, csv=csv, start=START, points=points))
    con.close()


def end_of(points):
    """The end of the series, for --to."""
    return str(START + points * STEP)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--detector", choices=sorted(THRESHOLDS), action="append")
    args = parser.parse_args()
    make_project(args.directory, args.points, args.detector or sorted(THRESHOLDS))
    print(f"until {end_of(args.points)}")


if __name__ == "__main__":
    main()
