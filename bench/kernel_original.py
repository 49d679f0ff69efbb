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
BATCH = 1000
# A detector that clamps has to score its context, which takes minutes from here on.
LONG_WINDOW = 8640
LONG_SECONDS = 2.0

logging.disable(logging.WARNING)
warnings.filterwarnings("ignore")


def restarts(case):
    """Whether a run would score each batch alone, from a context of its own."""
    return "clamp" in case.name and "onebatch" not in case.name


def points(case):
    """How many points to score: about half a second's work, or a batch."""
    return BATCH if restarts(case) else min(3000, max(100, 2_000_000 // case.window))


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


class Context(np.ndarray):
    """Values whose first rows are missing when looked at one by one, but present in a window.

    detect() then skips those rows instead of scoring them. A look costs it a microsecond more.
    """

    rows = 0

    def __array_finalize__(self, source):
        self.rows = getattr(source, "rows", 0)

    def __getitem__(self, key):
        if isinstance(key, int) and key < self.rows:
            return np.nan
        return self.view(np.ndarray)[key]


def skipping(values, rows):
    skipped = values.view(Context)
    skipped.rows = rows
    return skipped


def seconds(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def measure(case, values, scored):
    """Points per second of the last `scored` rows, and their bounds, NaN where there are none.

    The time of the context before them is measured alone and subtracted; where windows are wide
    the context is not scored in the first place. A detector that restarts at batches scores its
    context for every batch, so there it counts.
    """
    detect = detector(case).detect
    rows = len(values) - scored
    skips = case.window >= (LONG_WINDOW if "clamp" in case.name else 1000)
    whole, context = (
        data(case, skipping(part, rows) if skips else part) for part in (values, values[:rows])
    )
    spent, results = seconds(lambda: detect(whole))
    before = 0.0 if restarts(case) else seconds(lambda: detect(context))[0]
    for _ in range(2 if spent < LONG_SECONDS else 0):
        spent = min(spent, seconds(lambda: detect(whole))[0])
        if not restarts(case):
            before = min(before, seconds(lambda: detect(context))[0])
    lower = [r.confidence_lower for r in results[-scored:]]
    upper = [r.confidence_upper for r in results[-scored:]]
    return scored / (spent - before), np.array([lower, upper], dtype=float)
