"""Writes the golden rows that GoldenTest compares the detectors with.

Made with detectkit 0.67.2, numpy 2.4.6, Python 3.11 on x86-64; seeds are fixed below, so a rerun gives
the same files. numpy's AVX-512 code is switched off: with it `power` and `log` are up to one bit off the
C library, and the same detectkit gives other rows on other processors.

    python make_golden.py ../resources/golden

Every case runs one detector of detectkit's DetectorFactory over one synthetic series in batches, the
way the pipeline's detect step does: each batch sees the rows of `context size * interval` before it,
cut by time, and the verdicts of context rows are dropped.

Format, gzipped text, one record per line, fields separated by blanks; a double is written as the 16 hex
digits of its bits:

    series NAME ROWS           then per row: epoch millis, value, code of `hour`, code of `weekday`
    sample NAME                then `values`, `weights`, and for each prefix of n values a line: the sum of
                               the values, then with weights and without: mean, std, q1, median, q3, mad
    case NUMBER SERIES         then `key=value` lines, `batches=contextFrom:from:to,...`, then one line per
                               scored row (see `row_line`), then `end`

`code` -1 is a row whose seasonality is empty. `=` means: same as the field it usually equals.
"""

import gzip
import json
import logging
import os
import struct
import sys
import warnings
from pathlib import Path

os.environ["NPY_DISABLE_CPU_FEATURES"] = "X86_V4 AVX512_ICL AVX512_SPR"

import numpy as np
from numpy._core._multiarray_umath import __cpu_features__

from detectkit.detectors.factory import DetectorFactory
from detectkit.utils import stats

INTERVAL_SECONDS = 600
FIRST_MILLIS = 1_700_000_400_000
STATISTICS = {
    "mad": ["median", "mad"],
    "zscore": ["mean", "std"],
    "iqr": ["q1", "q3", "iqr"],
    "autoreg": ["prediction", "sigma_r"],
    "manual_bounds": [],
}
CASES_PER_WINDOWED_TYPE = 56
AUTOREG_CASES = 24
MANUAL_CASES = 10


def bits(value):
    return struct.pack(">d", float(value)).hex()


# ---- series ------------------------------------------------------------------------------------


def shapes(rng, n):
    t = np.arange(n)
    noise = rng.standard_normal(n)
    daily = np.sin(2 * np.pi * t / 24)
    outliers = np.where(rng.random(n) < 0.03, 1e12, 0.0) * rng.choice([-1, 1], n)
    gaps = np.where(rng.random(n) < 0.15, np.nan, noise)
    gaps[n // 3 : n // 3 + 18] = np.nan
    infinite = noise.copy()
    infinite[rng.random(n) < 0.05] = np.inf
    infinite[rng.random(n) < 0.05] = -np.inf
    bimodal = np.where(rng.random(n) < 0.5, 10.0, 20.0) + np.round(noise, 1) * 0.2
    zeros = np.where(rng.random(n) < 0.4, 5.0, -5.0)
    constant = np.full(n, 42.1)
    constant[n // 2] = 43.0
    return {
        "noise": 50 + noise,
        "ties": np.round(50 + 2 * noise),
        "constant": constant,
        "bimodal": bimodal,
        "two": rng.choice([0.0, 1.0], n),
        "trend": 0.4 * t + noise,
        "heavy": rng.standard_cauchy(n),
        "outliers": 100 + noise + outliers,
        "gaps": 10 + gaps,
        "infinite": infinite,
        "counts": rng.poisson(0.4, n).astype(float),
        "signs": zeros,
        "season": 100 + 10 * daily + noise,
        "large": 1e9 * (3 + daily) + 1e5 * noise,
        "level": np.where((t > n // 2) & (t < n // 2 + 40), 80.0, 50.0) + noise,
    }


def with_absent_rows(rng, values):
    keep = rng.random(len(values)) > 0.2
    keep[60:110] = False
    keep[150:153] = False
    return np.flatnonzero(keep)


def make_series():
    rng = np.random.default_rng(20240607)
    series = {}
    for name, values in shapes(rng, 200).items():
        rows = np.arange(len(values))
        series[name] = (rows, values)
    for name in ("noise", "season", "gaps", "trend"):
        values = series[name][1]
        rows = with_absent_rows(rng, values)
        series[name + "_absent"] = (rows, values[rows])
    result = {}
    for name, (rows, values) in series.items():
        hour = (rows // 2) % 4
        weekday = (rows // 8) % 3
        empty = rng.random(len(rows)) < (0.1 if "gaps" in name else 0.0)
        result[name] = {
            "millis": FIRST_MILLIS + rows * INTERVAL_SECONDS * 1000,
            "values": values,
            "hour": np.where(empty, -1, hour),
            "weekday": np.where(empty, -1, weekday),
        }
    return result


def seasonality_json(hour, weekday):
    return "{}" if hour < 0 else json.dumps({"hour": int(hour), "weekday": int(weekday)})


# ---- cases -------------------------------------------------------------------------------------


def pick(rng, options):
    return options[rng.integers(len(options))]


def windowed_params(rng, kind):
    window = pick(rng, [5, 12, 24, 40, 64])
    floor = {"mad": 1, "zscore": 2, "iqr": 4}[kind]
    params = {
        "threshold": pick(rng, [1.0, 1.5, 2.5, 3.0]),
        "window_size": window,
        "min_samples": int(rng.integers(floor, max(floor, window // 2) + 1)),
        "min_samples_per_group": int(rng.integers(4 if kind == "iqr" else 1, 9)),
    }
    if rng.random() < 0.4:
        params["input_type"] = pick(rng, ["changes", "absolute_changes", "log_changes"])
    if rng.random() < 0.25:
        params["smoothing"] = pick(rng, ["ema", "sma"])
        params["smoothing_alpha"] = pick(rng, [0.1, 0.5, 1.0])
        params["smoothing_window"] = pick(rng, [1, 3, 10])
    if rng.random() < 0.5:
        params["window_weights"] = pick(rng, ["exponential", "exponential", "linear"])
        if params["window_weights"] == "exponential":
            params.update(pick(rng, [{}, {"half_life": 2}, {"half_life": 15},
                                     {"half_life": "1h"}, {"half_life": "3h"}, {"weight_decay": 0.9}]))
    if rng.random() < 0.3:
        params["detrend"] = "linear"
    if rng.random() < 0.3:
        params["stabilization"] = "clamp"
    if rng.random() < 0.45:
        params["seasonality_components"] = pick(rng, [["hour"], ["hour", "weekday"],
                                                      [["hour", "weekday"]], ["elsewhere", "hour"]])
    return params


def autoreg_params(rng):
    lags = pick(rng, [1, 2, 5, 12])
    window = pick(rng, [20, 40, 64])
    return {
        "lags": lags,
        "window_size": window,
        "min_samples": int(rng.integers(lags + 2, window // 2 + 5)),
        "threshold": pick(rng, [1.5, 3.0]),
        "input_type": pick(rng, ["values", "values", "changes", "absolute_changes", "log_changes"]),
        "stabilization": pick(rng, ["clamp", "clamp", None]),
    }


def manual_params(rng):
    bounds = pick(rng, [{"lower_bound": 49.0}, {"upper_bound": 51.0}, {"lower_bound": -0.5, "upper_bound": 0.5},
                        {"lower_bound": 0.0, "upper_bound": 50.0}])
    return {**bounds, "input_type": pick(rng, ["values", "values", "changes", "absolute_changes", "log_changes"])}


def make_cases(names):
    rng = np.random.default_rng(67)
    cases = []
    for kind in ("mad", "zscore", "iqr"):
        for number in range(CASES_PER_WINDOWED_TYPE):
            # The first round over all series is plain, then parameters vary.
            params = {"window_size": 30, "min_samples": 10} if number < len(names) else windowed_params(rng, kind)
            cases.append((kind, params, names[number % len(names)]))
    smooth = [n for n in names if n not in ("constant", "two", "signs", "outliers")]
    cases += [("autoreg", autoreg_params(rng), smooth[k % len(smooth)]) for k in range(AUTOREG_CASES)]
    cases += [("manual_bounds", manual_params(rng), names[k % len(names)]) for k in range(MANUAL_CASES)]
    return [(*case, pick(rng, [7, 30, 90, 1000])) for case in cases]


# ---- running -----------------------------------------------------------------------------------


def run_case(kind, params, series, batch_size):
    detector = DetectorFactory.create(kind, params)
    millis = series["millis"]
    step = INTERVAL_SECONDS * 1000
    start, end = int(millis[0]) + 20 * step, int(millis[-1]) + step
    payload = np.array([seasonality_json(*row) for row in zip(series["hour"], series["weekday"])], dtype=object)
    batches, rows = [], []
    while start < end:
        stop = min(start + batch_size * step, end)
        context, first, last = np.searchsorted(millis, [start - detector.get_context_size() * step, start, stop])
        seen = slice(context, last)
        batches.append(f"{context}:{first}:{last}")
        if last > context:
            results = detector.detect({
                "timestamp": millis[seen].astype("datetime64[ms]"),
                "value": series["values"][seen],
                "seasonality_data": payload[seen],
                "seasonality_columns": ["hour", "weekday"],
            })
            rows += results[first - context :]
        start = stop
    return detector, batches, rows


def same(value, usual):
    text = bits(value)
    return "=" if text == bits(usual) else text


def group_fields(group, names):
    """The size of the group, then its multipliers unless it is too small."""
    fields = [str(group["group_size"])]
    if "reason" not in group:
        fields += [bits(group[f"{name}_multiplier"]) for name in names]
    return ":".join(fields)


def row_line(kind, result):
    """verdict, then for INSUFFICIENT the row count, else: processed value, bounds, row count, statistics,
    adjusted statistics, ess, slope, clamped, smoothed, groups, distance and severity; `-` where absent."""
    meta = result.detection_metadata
    reason = meta.get("reason")
    if reason == "missing_data":
        return "0"
    if reason == "missing_lags":
        return "1"
    if reason == "insufficient_data":
        return f"2 {meta.get('window_size', meta.get('fit_points'))}"
    names = STATISTICS[kind]
    verdict = {"above": 4, "below": 5}.get(meta.get("direction"), 3)
    lower, upper = result.confidence_lower, result.confidence_upper
    fields = [
        str(verdict),
        same(result.processed_value, result.value),
        bits(np.nan if lower is None else lower),
        bits(np.nan if upper is None else upper),
        str(meta.get("window_size", meta.get("fit_points", "-"))),
    ]
    prefix = "" if kind == "autoreg" else "global_"
    fields += [bits(meta[prefix + name]) for name in names]
    if kind in ("mad", "zscore", "iqr"):
        fields += [same(meta["adjusted_" + name], meta["global_" + name]) for name in names]
    fields.append(repr(meta["ess"]) if "ess" in meta else "-")
    fields.append(bits(meta["trend_slope_per_point"]) if "trend_slope_per_point" in meta else "-")
    fields.append(str(meta.get("stabilized_in_window", 0)))
    smoothed = meta.get("preprocessing", {}).get("smoothed_value")
    fields.append("-" if smoothed is None else bits(smoothed))
    fields.append(",".join(group_fields(g, names) for g in meta.get("seasonality_groups", [])) or "-")
    if verdict != 3:
        fields += [bits(meta["distance"]), bits(meta["severity"])]
    return " ".join(fields)


def case_lines(number, kind, params, name, series, batch_size):
    detector, batches, rows = run_case(kind, params, series, batch_size)
    resolved = {**detector.params, "type": kind}
    if resolved.get("window_weights") == "exponential":
        half_life = resolved.pop("half_life")
        if isinstance(half_life, str):
            resolved["half_life_seconds"] = 3600 * int(half_life.rstrip("h"))
        else:
            resolved["half_life_points"] = repr(float(detector._resolve_half_life_points(np.array([]))))
    components = resolved.pop("seasonality_components", None) or []
    resolved["components"] = ",".join("+".join([c] if isinstance(c, str) else c) for c in components)
    yield f"case {number} {name}"
    for key, value in sorted(resolved.items()):
        if value not in (None, "", "None") and key not in ("half_life", "weight_decay"):
            yield f"{key}={value}"
    yield "batches=" + ",".join(batches)
    for row in rows:
        yield row_line(kind, row)
    yield "end"


# ---- samples -----------------------------------------------------------------------------------


def describe(values, weights):
    mean = stats.weighted_mean(values, weights)
    result = [mean, stats.weighted_std(values, weights, center=mean, ddof=1)]
    result += [stats.weighted_percentile(values, weights, p) for p in (25, 50, 75)]
    return [*result, stats.weighted_mad(values, weights)]


def sample_lines(name, values, weights):
    yield f"sample {name} {len(values)}"
    yield "values " + " ".join(map(bits, values))
    yield "weights " + " ".join(map(bits, weights))
    for n in range(1, len(values) + 1):
        prefix = values[:n]
        numbers = [prefix.sum(), *describe(prefix, weights[:n]), *describe(prefix, np.ones(n))]
        yield f"{n} " + " ".join(map(bits, numbers))


def make_samples():
    rng = np.random.default_rng(300)
    n = 300
    infinite = np.round(rng.standard_normal(n), 1)
    infinite[rng.random(n) < 0.1] = np.inf
    infinite[rng.random(n) < 0.1] = -np.inf
    linear = np.arange(1, n + 1) / n
    yield from sample_lines("spread", rng.standard_normal(n) * 10 ** rng.uniform(-4, 4, n), rng.random(n))
    yield from sample_lines("ties", np.round(3 * rng.standard_normal(n)), linear)
    yield from sample_lines("constant", np.full(n, 42.1), 0.5 ** np.arange(n - 1, -1, -1.0))
    yield from sample_lines("infinite", infinite, linear)


def write(path, lines):
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as out:
        out.write(("\n".join(lines) + "\n").encode())


def main(folder):
    assert not __cpu_features__["X86_V4"], "run on a processor or a numpy that can do without AVX-512"
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    folder = Path(folder)
    write(folder / "samples.txt.gz", make_samples())
    all_series = make_series()
    lines = []
    for name, series in all_series.items():
        lines.append(f"series {name} {len(series['values'])}")
        columns = (series["millis"], series["values"], series["hour"], series["weekday"])
        lines += [f"{m} {bits(v)} {h} {w}" for m, v, h, w in zip(*columns)]
    write(folder / "series.txt.gz", lines)
    lines = []
    for number, (kind, params, name, batch_size) in enumerate(make_cases(list(all_series))):
        lines += case_lines(number, kind, params, name, all_series[name], batch_size)
    write(folder / "cases.txt.gz", lines)


if __name__ == "__main__":
    main(sys.argv[1])
