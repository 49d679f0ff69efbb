"""Records searches of detectkit 0.67.2 (numpy 2.4) for the tests of io.dtkspark.autotune.search.

    pip install detectkit==0.67.2
    python job/src/test/golden/make_autotune.py job/src/test/resources/io/dtkspark/autotune/search

Writes searches.json (series, settings, and everything a search answered) and stages.json (what the
functions of single stages answer). Values have three decimals, so that they are short and tie.
Rows without a value have no seasonality either. Seasonality columns are derived from the time, here
and in SearchCase.java: hour, day_of_week (Monday 0), is_weekend (boolean), part (text: am or pm).
"""

import json
import logging
import math
import pathlib
import sys

import numpy as np
from detectkit.autotune import scoring, window_select
from detectkit.autotune._types import ScoringMetric, TuneMode
from detectkit.autotune.autotuner import AutoTuner, _consecutive, _fraction_fire
from detectkit.autotune._base import AutoTuneError
from detectkit.autotune.crossval import _aggregate, build_cv_plan
from detectkit.autotune.distribution import compute_distribution_features
from detectkit.autotune.labels import GroundTruth
from detectkit.autotune.settings import TuneSettings
from detectkit.autotune.axis_spec import max_context_size

START = 1704067200000  # 2024-01-01T00:00:00Z, a Monday
COLUMNS = ["hour", "day_of_week", "is_weekend", "part"]


def timestamps(case):
    return START + case["interval"] * 1000 * np.arange(len(case["values"]), dtype=np.int64)


def seasonality(millis):
    hour = int(millis // 3_600_000 % 24)
    day = int(millis // 86_400_000 - START // 86_400_000) % 7
    return {"hour": hour, "day_of_week": day, "is_weekend": day >= 5, "part": "am" if hour < 12 else "pm"}


def data(case):
    times = timestamps(case)
    values = np.array([math.nan if v is None else v for v in case["values"]], dtype=float)
    columns = case["columns"]
    payloads = []
    for millis, value in zip(times.tolist(), values.tolist()):
        every = seasonality(millis)
        payloads.append("{}" if math.isnan(value) or not columns else json.dumps({c: every[c] for c in columns}))
    return {
        "timestamp": times.astype("datetime64[ms]"),
        "value": values,
        "seasonality_data": np.array(payloads, dtype=object),
        "seasonality_columns": columns,
    }


def truth(case):
    labelled = np.zeros(len(case["values"]), dtype=bool)
    for first, end in case["incidents"]:
        labelled[first:end] = True
    mode = TuneMode.SUPERVISED if labelled.any() else TuneMode.UNSUPERVISED
    return GroundTruth(labelled, mode, int(labelled.sum()), len(case["incidents"]), 0)


def tuner(case):
    settings = dict(case["settings"])
    settings["metric"] = ScoringMetric(settings.get("metric", "mcc"))
    return AutoTuner(
        metric_name="m",
        data=data(case),
        ground_truth=truth(case),
        interval_seconds=case["interval"],
        settings=TuneSettings(**settings),
    )


def search(case):
    run = tuner(case)
    try:
        result = run.tune()
    except (AutoTuneError, ValueError) as e:
        return {"fails": type(e).__name__}
    return {
        "type": result.chosen_detector_type,
        "params": result.chosen_detector_params,
        "id": result.winning_detector_id,
        "score": result.score,
        "folds": result.cv_per_fold,
        "seasonality": result.chosen_seasonality,
        "consecutive": result.consecutive_anomalies,
        "anomaly_window": result.anomaly_window,
        "min_anomaly_share": result.min_anomaly_share,
        "candidates": [[e.detector_id, e.score] for e in run._evaluated.values()],
        "log": [[e["stage"], e["fields"]] for e in result.decision_log],
    }


def wave(rng, rows, interval):
    hours = np.arange(rows) * interval / 3600
    return 100 + 25 * np.sin(hours * 2 * math.pi / 24) + rng.normal(0, 2 + 1.5 * (hours % 24 > 12), rows)


def spiked(values, incidents, height):
    for first, end in incidents:
        values[first:end] += height
    return values


def case(name, values, interval=3600, columns=(), incidents=(), gaps=(), **settings):
    values = np.round(values, 3)
    values[list(gaps)] = math.nan
    return {
        "name": name,
        "interval": interval,
        "columns": list(columns),
        "incidents": [list(i) for i in incidents],
        "settings": settings,
        "values": [None if math.isnan(v) else v for v in values.tolist()],
    }


def cases():
    rng = np.random.default_rng(20240607)
    daily = wave(rng, 620, 3600)
    labels = [(300, 306), (360, 361), (420, 432), (470, 473), (515, 521), (560, 570), (600, 602)]
    incident = spiked(daily.copy(), labels, 24)
    noise = rng.normal(50, 4, 420)
    drift = noise + 0.3 * np.arange(420)
    shifted = np.where(np.arange(420) < 290, noise, noise + 60)
    heavy = 10 + rng.standard_t(2, 430)
    counts = rng.poisson(3, 500).astype(float)
    skewed = rng.exponential(5, 400)
    gaps = [10, 11, 12, 100, *range(250, 262), 333, 480]
    walk = np.cumsum(rng.normal(0, 1, 450)) + 200
    counted = spiked(counts.copy(), [(260, 268), (330, 331), (400, 410), (450, 455)], 9)
    bursts = [(270, 276), (330, 336), (380, 384), (420, 428)]
    flaky = rng.normal(20, 1, 460)
    for first, end in bursts:
        flaky[first:end:2] += 8
    flaky[[230, 255, 300, 350, 405, 440]] += 8
    yield case("daily", daily, columns=COLUMNS)
    yield case("daily incidents", incident, columns=["hour", "day_of_week"], incidents=labels)
    yield case("incidents without columns", incident, incidents=labels, metric="event_f1")
    yield case("gaps", daily, columns=["hour", "is_weekend"], gaps=gaps, stability_lambda=0.0)
    yield case("gaps with incidents", incident, columns=["hour"], incidents=labels, gaps=gaps, metric="event_f1")
    yield case("drift", drift)
    yield case("level shift", shifted, stability_lambda=1.5, fold_count=3)
    yield case("early shift", np.where(np.arange(420) < 70, noise - 40, noise))
    yield case("heavy tails", heavy, columns=["part"])
    yield case("counts", counts, columns=["hour"], interval=600)
    yield case("counted incidents", counted, incidents=[(260, 268), (330, 331), (400, 410), (450, 455)], metric="f1")
    yield case("skewed", skewed, fold_count=4)
    yield case("walk", walk)
    yield case("bursts", flaky, incidents=bursts, metric="f_beta", beta=2.0)
    yield case("ranks", incident, incidents=labels, metric="roc_auc", allowed_detector_types=["mad", "zscore"])
    yield case("precision", incident, incidents=labels, metric="pr_auc", allowed_detector_types=["iqr"])
    yield case("balanced", flaky, incidents=bursts, metric="balanced_accuracy", allowed_detector_types=["mad"])
    yield case("forced", daily, columns=COLUMNS, force_seasonality=[["is_weekend", "part"], "hour"], allowed_detector_types=["zscore"])
    yield case("forced absent", daily, columns=["hour"], force_seasonality=["month"], allowed_seasonality=["hour"], allowed_detector_types=["mad"])
    yield case("pinned", daily, fixed_params={"window_size": 60, "smoothing": "sma", "smoothing_window": 3}, columns=["hour"])
    yield case("pinned weights", drift, fixed_params={"window_weights": "exponential", "half_life": "12h"})
    yield case("changes", walk, fixed_params={"input_type": "absolute_changes", "min_samples": 12}, allowed_detector_types=["iqr", "mad"])
    yield case("unknown parameter", noise, fixed_params={"windowsize": 3})
    yield case("wrong parameter", noise, fixed_params={"smoothing": "median"})
    yield case("too short", noise[:150])
    yield case("short", noise[:235], columns=["part"])
    # Deviations of a constant are rounding noise; with weights numpy's own depends on the machine.
    yield case("constant", np.full(260, 42.1), columns=["hour"], allowed_detector_types=["iqr", "mad"])
    yield case("few values", np.tile([1.0, 1.0, 1.0, 2.0, 5.0], 56), incidents=[(230, 240), (262, 270)])
    yield case("empty", np.array([]))


def bits(array):
    return "".join("1" if b else "0" for b in array)


def numbers(rng, rows, kind):
    values = {
        "normal": lambda: rng.normal(10, 3, rows),
        "skewed": lambda: rng.exponential(2, rows),
        "ties": lambda: rng.integers(0, 4, rows).astype(float),
        "constant": lambda: np.full(rows, 7.7),
        "shift": lambda: np.where(np.arange(rows) < rows * 0.7, rng.normal(0, 1, rows), rng.normal(9, 1, rows)),
    }[kind]()
    return np.round(values, 3)


def metrics(rng):
    for rows, share in [(5, 0.5), (9, 0.0), (9, 1.0), (40, 0.2), (61, 0.5), (80, 0.05)]:
        yt = rng.random(rows) < share
        yp = (rng.random(rows) < 0.2) | (yt & (rng.random(rows) < 0.6))
        ys = np.round(rng.exponential(0.5, rows) + yp, 1)
        valid = rng.random(rows) < 0.85
        answers = {}
        for metric in ScoringMetric:
            arrays = scoring.arrays_for_metric(yt, yp, ys, valid, metric)
            answers[metric.value] = scoring.score_predictions(*arrays, metric, 0.5)
        yield {
            "truth": bits(yt),
            "flagged": bits(yp),
            "scores": ys.tolist(),
            "valid": bits(valid),
            "answers": answers,
            "unsupervised": scoring.unsupervised_objective(yp[valid], ys[valid], 0.01),
            "consecutive": [bits(_consecutive(yp, k)) for k in (1, 2, 3)],
            "fraction": [bits(_fraction_fire(yp, 4, 0.5)), bits(_fraction_fire(yp, 6, 0.2))],
        }


def distributions(rng):
    for rows, kind in [(0, "normal"), (1, "normal"), (2, "normal"), (37, "normal"), (200, "skewed"), (64, "ties"), (20, "constant"), (150, "shift")]:
        values = numbers(rng, rows, kind)
        shifty = case("shift", values, allowed_detector_types=["mad"])
        run = tuner(shifty)
        yield {
            "values": values.tolist(),
            "features": compute_distribution_features(values),
            "trend": window_select.trend_present(run),
            "shift": list(window_select.detect_level_shift(run)),
        }


def fits(rng):
    for rows, keys, kind in [(300, 4, "normal"), (300, 2, "shift"), (260, 12, "ties"), (200, 40, "skewed"), (200, 3, "constant")]:
        values = numbers(rng, rows, kind)
        group = np.arange(rows) % keys
        values = np.round(values + group * (kind != "constant"), 3)
        values[rng.random(rows) < 0.1] = math.nan
        plan = build_cv_plan(rows, 100, 5)
        score, per_fold = scoring.oof_residual_reduction(values, np.ones(rows), group, plan, stability_lambda=0.5)
        yield {
            "values": [None if math.isnan(v) else v for v in values.tolist()],
            "keys": keys,
            "score": score,
            "folds": per_fold,
        }


def grids():
    for rows, interval, columns, fixed in [
        (700, 3600, [], {}), (700, 3600, ["hour"], {}), (3000, 3600, ["hour", "part"], {}), (3000, 600, ["part"], {}),
        (90, 86400, ["day_of_week"], {}), (40, 3600, [], {}), (3000, 300, ["hour", "is_weekend"], {"window_size": 288}),
        (900, 7000, [], {"window_size": 300.0}), (5000, 100000, ["is_holiday"], {"smoothing": "ema"}),
    ]:
        run = tuner(case("grid", np.zeros(rows), interval=interval, columns=[c for c in columns if c != "is_holiday"], fixed_params=fixed))
        grid = window_select.window_grid(run)
        context = max_context_size(run, grid)
        plan = build_cv_plan(rows, context, 5)
        yield {
            "rows": rows,
            "interval": interval,
            "columns": [c for c in columns if c != "is_holiday"],
            "fixed": fixed,
            "grid": grid,
            "context": context,
            "folds": [list(b) for b in plan.fold_bounds],
            "half_lives": [window_select.half_life_grid(w, window_select.min_samples_for(w, 4)) for w in grid],
            "min_samples": [window_select.min_samples_for(w, 10, 8) for w in grid],
        }


def aggregates():
    for scores in [[0.5], [0.1, 0.9, 0.5], [0.3] * 5, [0.0, -0.2, 1.0, 0.25]]:
        yield {"folds": scores, "lambda": 0.7, "answer": list(_aggregate(scores, 0.7))}


def write(path, lists):
    text = "{\n" + ",\n".join(
        json.dumps(k) + ": [\n" + ",\n".join(json.dumps(v, separators=(",", ":")) for v in rows) + "\n]"
        for k, rows in lists.items()
    )
    path.write_text(text + "\n}\n", encoding="utf-8")


def main(folder):
    rng = np.random.default_rng(7)
    write(folder / "stages.json", {
        "metrics": list(metrics(rng)),
        "distributions": list(distributions(rng)),
        "fits": list(fits(rng)),
        "grids": list(grids()),
        "aggregates": list(aggregates()),
    })
    searches = []
    for c in cases():
        searches.append({**c, "expected": search(c)})
        print(c["name"], json.dumps(searches[-1]["expected"])[:200], file=sys.stderr, flush=True)
    write(folder / "searches.json", {"searches": searches})


if __name__ == "__main__":
    np.seterr(all="ignore")
    logging.disable(logging.WARNING)
    main(pathlib.Path(sys.argv[1]))
