"""Records detection_metadata of detectkit 0.67.2 (numpy 2.4, orjson 3.13) for MetadataGoldenTest.

    pip install detectkit==0.67.2
    python job/src/test/golden/make_metadata.py job/src/test/resources/io/dtkspark/detect

Writes series.tsv (timestamp in hours, value as a hex double or nan, seasonality JSON) and
metadata.tsv (case, row, metadata as stored). The cases are repeated, by name, in the Java test.
"""

import pathlib
import sys

import numpy as np
from detectkit.detectors.factory import DetectorFactory
from detectkit.utils.json_utils import json_dumps_sorted

ROWS = 96
WINDOW = {"window_size": 40, "min_samples": 10}
CASES = {
    "mad": ("mad", WINDOW),
    "mad_changes": ("mad", {**WINDOW, "input_type": "changes"}),
    "mad_ema": ("mad", {**WINDOW, "smoothing": "ema"}),
    "mad_sma_log": ("mad", {**WINDOW, "smoothing": "sma", "smoothing_window": 3, "input_type": "log_changes"}),
    "mad_linear": ("mad", {**WINDOW, "window_weights": "linear"}),
    "mad_detrend": ("mad", {**WINDOW, "detrend": "linear"}),
    "mad_clamp": ("mad", {**WINDOW, "stabilization": "clamp"}),
    "mad_groups": ("mad", {**WINDOW, "seasonality_components": ["part", ["part", "flag"], "absent"], "min_samples_per_group": 4}),
    "zscore": ("zscore", WINDOW),
    "zscore_groups": ("zscore", {**WINDOW, "seasonality_components": ["part"], "min_samples_per_group": 15}),
    "iqr": ("iqr", WINDOW),
    "iqr_groups": ("iqr", {**WINDOW, "seasonality_components": ["part", "flag"], "min_samples_per_group": 8}),
    "manual": ("manual_bounds", {"lower_bound": 90.0, "upper_bound": 120.5}),
    "manual_upper_changes": ("manual_bounds", {"upper_bound": 0.2, "input_type": "changes"}),
}


def series():
    rng = np.random.default_rng(20240101)
    values = np.round(100 + 12 * np.sin(np.arange(ROWS) / 3.0) + rng.normal(0, 2, ROWS), 3)
    values[[20, 21, 47]] = np.nan
    values[[55, 56, 57, 80]] += 90
    values[70] = -40.0
    parts = ["night", "day", "évening"]
    payloads = []
    for i in range(ROWS):
        payload = {"part": parts[i % 3], "flag": bool(i % 2)}
        if i % 17 == 0:
            payload["part"] = None
        payloads.append("{}" if i % 23 == 0 else json_dumps_sorted(payload))
    return values, payloads


def main(directory):
    values, payloads = series()
    data = {
        "timestamp": np.datetime64("2024-01-01", "ms") + np.arange(ROWS) * np.timedelta64(3_600_000, "ms"),
        "value": values,
        "seasonality_data": np.array(payloads, dtype=object),
        "seasonality_columns": ["part", "flag"],
    }
    lines = [f"{i}\t{v.hex()}\t{p}" for i, (v, p) in enumerate(zip(values.tolist(), payloads))]
    (directory / "series.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = []
    for case, (kind, params) in CASES.items():
        detector = DetectorFactory.create(kind, params)
        for row, result in enumerate(detector.detect(data)):
            text = json_dumps_sorted(result.detection_metadata) if result.detection_metadata else "{}"
            lines.append(f"{case}\t{row}\t{text}")
    (directory / "metadata.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
