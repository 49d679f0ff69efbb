"""What `kernels.py` measures: suites of cases, and the rates the kernels are held to.

A case is a name of `Setting.java` (a detector and its options), a window and a shape of
`SeriesShape.java`.
"""

import collections

Case = collections.namedtuple("Case", "name window shape")
Target = collections.namedtuple("Target", "name windows rows_per_second")

EVERYDAY = (
    "mad",
    "iqr",
    "zscore",
    "mad+exponential",
    "mad+linear",
    "iqr+exponential",
    "zscore+exponential",
    "mad+hour24",
    "mad+clamp+onebatch",
    "mad+detrend",
)
COMBINED = (
    "iqr+linear",
    "zscore+linear",
    "mad+halflife1",
    "mad+halflife8",
    "iqr+hour24",
    "zscore+hour24",
    "mad+hour24weekday7",
    "mad+exponential+hour24",
    "iqr+detrend",
    "zscore+detrend",
    "mad+exponential+detrend",
    "mad+linear+detrend",
    "mad+hour24+detrend",
    "iqr+clamp+onebatch",
    "zscore+clamp+onebatch",
    "mad+exponential+clamp+onebatch",
    "mad+hour24+clamp+onebatch",
    "mad+detrend+clamp+onebatch",
    "mad+clamp",
    "autoreg",
    "autoreg+clamp+onebatch",
)
# A key needs ten rows in the window, or the group is passed over.
MANY_KEYS = ("mad+hourweek168", "mad+minute1440")
HARD = ("mad", "zscore", "mad+exponential", "mad+hour24", "mad+clamp+onebatch", "mad+detrend", "autoreg")
HARD_SHAPES = (
    "ties",
    "constant",
    "bimodal",
    "trend",
    "levelshift",
    "outliers1e12",
    "gaps",
    "infinities",
)


def suite(names, windows, shapes=("noise",)):
    return [Case(n, w, s) for n in names for w in windows for s in shapes]


SUITES = {
    "everyday": suite(EVERYDAY, (100, 288, 1440, 8640, 100_000)),
    "combined": suite(COMBINED, (288, 8640)) + suite(MANY_KEYS, (8640, 100_000)),
    "hard": suite(HARD, (1440,), HARD_SHAPES),
}
QUICK = suite(("mad", "zscore", "mad+exponential"), (288, 8640)) + suite(("mad",), (1440,), ("bimodal",))

MIDDLE = (288, 1440, 8640)
# Rows per second and core on the shape "noise".
TARGETS = (
    Target("mad", MIDDLE, 12e6),
    Target("iqr", MIDDLE, 18e6),
    Target("zscore", (100, *MIDDLE, 100_000), 35e6),
    Target("mad+exponential", (100, 288), 3e6),
    Target("mad+exponential", (1440, 8640), 2e6),
    Target("mad+linear", MIDDLE, 4e6),
    Target("iqr+exponential", MIDDLE, 6e6),
    Target("mad+hour24", MIDDLE, 4e6),
    Target("mad+clamp+onebatch", (100, 288, 1440), 8e6),
    Target("mad+clamp+onebatch", (8640,), 3e6),
    Target("mad+detrend", (100, 288), 0.5e6),
    Target("mad+detrend", (1440, 8640), 0.3e6),
)
# How much longer a row may take at a window of 8640 than at one of 288.
GROWTH_TARGETS = {"mad": 1.3, "iqr": 1.3}


def target(case):
    for entry in TARGETS:
        if case.shape == "noise" and case.name == entry.name and case.window in entry.windows:
            return entry.rows_per_second
    return None
