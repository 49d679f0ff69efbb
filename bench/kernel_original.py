"""The kernels of detectkit 0.67.2, measured on the values that ours are measured on."""

import logging
import time
import warnings

import numpy as np
from detectkit.detectors.statistical.autoreg import AutoregDetector
from detectkit.detectors.statistical.iqr import IQRDetector
from detectkit.detectors.statistical.mad import MADDetector
from detectkit.detectors.statistical.zscore import ZScoreDetector

DETECTORS = {
    "mad": MADDetector,
    "iqr": IQRDetector,
    "zscore": ZScoreDetector,
    "autoreg": AutoregDetector,
}
COMPONENTS = {
    "hour24": ["hour"],
    "hourweek168": [["hour", "weekday"]],
    "minute1440": ["minute"],
    "hour24weekday7": ["hour", "weekday"],
}
LAGS = 5
BATCH = 1000
LONG_SECONDS = 2.0
# Scoring the context of a clamping detector takes minutes from here on.
LONG_WINDOW = 8640

logging.disable(logging.WARNING)
warnings.filterwarnings("ignore")


def restarts(case):
    """Whether a run would score each batch alone, from a context of its own."""
    return "clamp" in case.name and "onebatch" not in case.name


def points(case):
    """How many points to score: about half a second's work, or a batch."""
    return BATCH if restarts(case) else min(3000, max(40, 2_000_000 // case.window))


def is_measured(case):
    return not (restarts(case) and case.window >= LONG_WINDOW)


def is_comparable(case):
    """Whether the same rows are scored: what a clamped window holds depends on the first one."""
    return not ("clamp" in case.name and case.window >= LONG_WINDOW)


def detector(case):
    name, *words = case.name.split("+")
    params = {"window_size": case.window}
    for word in words:
        if word in COMPONENTS:
            params["seasonality_components"] = COMPONENTS[word]
        elif word in ("exponential", "linear"):
            params["window_weights"] = word
        elif word.startswith("halflife"):
            params |= {"window_weights": "exponential", "half_life": int(word[len("halflife") :])}
        elif word == "detrend":
            params["detrend"] = "linear"
    if "exponential" in words:
        # The default, written out: it would follow min_samples, which is raised below.
        params["half_life"] = max(case.window // 20, 15)
    if name == "autoreg" or "clamp" in words:
        params["stabilization"] = "clamp" if "clamp" in words else None
    return DETECTORS[name](**params)


def data(case, values):
    """The input of detect(): the timestamps and columns of Seasonality.java."""
    minutes = np.arange(len(values)) * (1 if "minute1440" in case.name else 5)
    columns = {"hour": minutes // 60 % 24, "weekday": minutes // 1440 % 7, "minute": minutes % 1440}
    used = sorted({c for w in case.name.split("+") for c in np.ravel(COMPONENTS.get(w, []))})
    rows = [
        "{" + ", ".join(f'"{c}": {columns[c][i]}' for c in used) + "}" for i in range(len(values))
    ]
    return {
        "timestamp": np.datetime64("2024-01-01T00:00", "ms") + minutes.astype("timedelta64[m]"),
        "value": values,
        "seasonality_data": np.array(rows, dtype=object),
        "seasonality_columns": used,
    }


def fewest_samples(case, values, scored):
    """The least number of valid rows in the window of a scored row."""
    valid = np.isfinite(values) if case.name.startswith("autoreg") else ~np.isnan(values)
    if case.name.startswith("autoreg"):
        runs = np.convolve(valid, np.ones(LAGS + 1), "valid")
        valid = np.concatenate((np.zeros(LAGS, bool), runs == LAGS + 1))
    before = np.concatenate(([0], np.cumsum(valid)))
    rows = np.arange(len(values) - scored, len(values))
    return int((before[rows] - before[np.maximum(rows - case.window, 0)]).min())


def seconds(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def measure(case, values, scored):
    """Points per second of the last `scored` rows, and their bounds, NaN where there are none.

    The context before them is not to count: raising min_samples to what the first scored row has
    keeps its rows from being scored, and the time of the context alone is subtracted. A detector
    that restarts at batches scores its context for every batch, so there it counts.
    """
    detect = detector(case)
    whole = data(case, values)
    context = {k: v[:-scored] if len(v) == len(values) else v for k, v in whole.items()}
    if "clamp" not in case.name or case.window >= LONG_WINDOW:
        fewest = fewest_samples(case, values, scored)
        detect.params["min_samples"] = max(fewest, detect.params["min_samples"])
    spent, results = seconds(lambda: detect.detect(whole))
    before = 0.0 if restarts(case) else seconds(lambda: detect.detect(context))[0]
    for _ in range(2 if spent < LONG_SECONDS else 0):
        spent = min(spent, seconds(lambda: detect.detect(whole))[0])
        if not restarts(case):
            before = min(before, seconds(lambda: detect.detect(context))[0])
    lower = [r.confidence_lower for r in results[-scored:]]
    upper = [r.confidence_upper for r in results[-scored:]]
    return scored / (spent - before), np.array([lower, upper], dtype=float)
