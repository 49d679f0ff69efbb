"""Records what detectkit 0.67.2 (PyYAML 6.0.3, orjson 3.13.0) makes of labels and of the outcome of
a search, as the tab-separated files beside this script. Values are written as one line of YAML.

    pip install detectkit==0.67.2 && python record.py
"""

import os
import pathlib
from datetime import datetime, timedelta

import numpy as np
import yaml
from detectkit.autotune.config_emitter import emit_tuned_config
from detectkit.autotune.labels import parse_incident_labels
from detectkit.autotune.result import AutoTuneResult
from detectkit.autotune.runner import build_settings, resolve_scoring
from detectkit.config.metric_config import AutoTuneConfig, MetricConfig
from detectkit.utils.json_utils import json_dumps_sorted

HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            assert not any("\t" in cell or "\n" in cell for cell in row), row
            out.write("\t".join(row) + "\n")


def flow(value):
    return yaml.safe_dump(
        value, default_flow_style=True, width=10**9, sort_keys=False, allow_unicode=True
    ).strip().removesuffix("...").strip()


LABELS = """
[]
{}
{incidents: []}
{incidents: null}
{incidents: x}
{incidents: [x]}
{incidents: [{}]}
{incidents: [{at: '2024-01-01 05:00:00'}]}
{incidents: [{at: '2024-01-01 05:30:00'}]}
{incidents: [{at: '2024-01-01 05:30:01'}]}
{incidents: [{at: '2024-01-01 05:29:59'}]}
{incidents: [{at: 2024-01-01 05:29:59.9999}]}
{incidents: [{at: 2024-01-01 05:30:00.0009}]}
{incidents: [{at: 2024-01-01 05:30:00.0010}]}
{incidents: [{at: '2023-12-31 23:00:00'}]}
{incidents: [{at: '2023-12-31 22:59:59'}]}
{incidents: [{at: '2024-01-02 00:00:00'}]}
{incidents: [{at: '2024-01-02 00:00:01'}]}
{incidents: [{at: '2024-01-01'}]}
{incidents: [{at: 2024-01-01}]}
{incidents: [{at: 2024-01-01T05:00:00+02:00}]}
{incidents: [{at: '2024-01-01 11:00:00'}]}
{incidents: [{at: '2024-01-01 11:30:00'}]}
{incidents: [{at: '2024-01-01 12:00:00'}]}
{incidents: [{at: null}]}
{incidents: [{at: '2024-01-01 05:00'}]}
{incidents: [{at: '2024-01-01 05:00:00', start: x}]}
{incidents: [{start: '2024-01-01 05:00:00', end: '2024-01-01 07:00:00'}]}
{incidents: [{start: '2024-01-01 05:00:01', end: '2024-01-01 06:59:59'}]}
{incidents: [{start: '2024-01-01 05:10:00', end: '2024-01-01 05:20:00'}]}
{incidents: [{start: '2024-01-01 05:10:00', end: '2024-01-01 05:10:00'}]}
{incidents: [{start: 2024-01-01 05:10:00.0001, end: 2024-01-01 05:10:00.0009}]}
{incidents: [{start: '2024-01-01', end: '2024-01-02'}]}
{incidents: [{start: '2023-01-01', end: '2023-01-02'}]}
{incidents: [{start: '2020-01-01', end: '2030-01-02'}]}
{incidents: [{start: '2024-01-02', end: '2024-01-01'}]}
{incidents: [{start: '2024-01-01'}]}
{incidents: [{end: '2024-01-01'}]}
{incidents: [{start: '2024-01-01 01:00:00', end: '2024-01-01 03:00:00'}, {start: '2024-01-01 02:00:00', end: '2024-01-01 05:00:00'}, {at: '2024-01-01 04:00:00'}]}
{incidents: [{1: 2, at: '2024-01-01 04:00:00', more: 5}]}
[{at: '2024-01-01 04:00:00'}, {start: '2024-01-01 14:00:00', end: '2024-01-01 15:00:00', label: 5}]
x
5
{metric: cpu, incidents: [{at: '2024-01-01 04:00:00'}]}
{metric: ram, incidents: [{at: '2024-01-01 04:00:00'}]}
{metric: 5}
{metric: null}
{metric: ''}
{timezone: UTC, incidents: [{at: '2024-01-01 04:00:00'}]}
{timezone: Europe/Berlin, incidents: [{at: '2024-01-01 04:00:00'}, {at: 2024-01-01 07:00:00}, {at: 2024-01-01 09:00:00Z}]}
{timezone: Asia/Kathmandu, incidents: [{start: '2024-01-01 10:45:00', end: '2024-01-01 11:45:00'}]}
{timezone: EST, incidents: [{at: '2024-01-01 04:00:00'}]}
{timezone: Mars, incidents: []}
{timezone: '', incidents: [{at: '2024-01-01 04:00:00'}]}
{timezone: null, incidents: [{at: '2024-01-01 04:00:00'}]}
{timezone: 5, incidents: []}
{timezone: 0, incidents: [{at: '2024-01-01 04:00:00'}]}
{capture_windows: null, alert_reviews: 0}
{capture_windows: x}
{capture_windows: [x]}
{capture_windows: [{start: '2024-01-01'}]}
{capture_windows: [{start: '2024-01-02', end: '2024-01-01'}]}
{capture_windows: [{start: '2024-01-01', end: '2024-01-02'}]}
{alert_reviews: [{start: '2024-01-01', end: '2024-01-02'}]}
{alert_reviews: [{start: '2024-01-01', end: '2024-01-02', verdict: 'false'}, {start: '2024-01-01', end: '2024-01-02', verdict: false}, {start: '2024-01-01', end: '2024-01-02', verdict: null}]}
{alert_reviews: [{start: '2024-01-02', end: '2024-01-01', verdict: valid}]}
{alert_reviews: [{verdict: valid}]}
""".strip().split("\n")

# Hours of a day without 11:00 and 12:00.
GRID = np.array(
    [datetime(2024, 1, 1) + timedelta(hours=h) for h in range(24) if h not in (11, 12)],
    dtype="datetime64[ms]",
)


def labels(text):
    try:
        parsed = parse_incident_labels(yaml.safe_load(text), interval_seconds=3600, metric_name="cpu")
    except Exception:
        return ["ERROR"]
    truth = parsed.to_ground_truth(GRID, 3600)
    stored = {
        "intervals": [
            {"start": iv.start.isoformat(), "end": iv.end.isoformat()} for iv in parsed.intervals
        ],
        "points": [{"at": p.at.isoformat()} for p in parsed.points],
    }
    return [
        "".join("1" if y else "0" for y in truth.y_true),
        f"{truth.mode.value} {truth.n_positive} {truth.n_intervals} {truth.n_points}",
        json_dumps_sorted(stored),
        f"{len(parsed.capture_windows)} " + ",".join(r[2] for r in parsed.alert_reviews),
    ]


# Clocks that go forward or back: where the points are.
ZONES = [
    ("Europe/Berlin", "2024-03-31 02:30:00"),
    ("Europe/Berlin", "2024-10-27 02:30:00"),
    ("Europe/Berlin", "2024-03-31 02:00:00"),
    ("America/New_York", "2024-03-10 02:15:00"),
    ("America/New_York", "2024-11-03 01:15:00"),
    ("Australia/Lord_Howe", "2024-10-06 02:10:00"),
    ("Asia/Kathmandu", "2024-01-01 00:00:00"),
    ("MST", "2024-07-01 00:00:00"),
    ("HST", "2024-07-01 00:00:00"),
    ("Etc/GMT+5", "2024-07-01 00:00:00"),
    ("Pacific/Apia", "2011-12-30 12:00:00"),
]


def moment(zone, text):
    parsed = parse_incident_labels(
        {"timezone": zone, "incidents": [{"at": text}]}, interval_seconds=60
    )
    return parsed.points[0].at.isoformat()


METRICS = """
{name: cpu, interval: 1h, query: SELECT 1}
{name: cpu, interval: 3600, query: "SELECT a,\\n  b\\nFROM t  -- x\\n", description: 'It''s: "x"', tags: [a, B-1], profile: prod, source_profile: wh, loading_delay: 10min, loading_start_time: '2020-01-01 00:00:00', loading_batch_size: 77, seasonality_columns: [hour, month], enabled: false, detectors: [{type: iqr}], autotune: {folds: 3}, ai_context: x}
{name: cpu, interval: 1h, query_file: ./sql//./x.sql/, query_columns: {timestamp: ts}}
{name: cpu, interval: 1h, query_file: /a/../b.sql, query_columns: {metric: v, seasonality: []}, seasonality_columns: [hour]}
{name: cpu, interval: 1h, query: "trailing  \\n\\ttab\\n\\n", query_columns: {seasonality: [league, hour]}, seasonality_columns: [hour]}
{name: cpu, interval: 1h, query: q, query_columns: {seasonality: [league]}}
{metric: {name: cpu, interval: '1H', query: 'yes', description: '', tags: [x]}}
{name: cpu, interval: 1h, query: '5', alerting: {}}
{name: cpu, interval: 1h, query: '', alerting: []}
{name: cpu, interval: 1h, query: ' x', alerting: {channels: [ops], enabled: false, min_detectors: 3, consecutive_anomalies: 4, direction: up, timezone: Europe/Berlin, alert_cooldown: 1800, anomaly_window: 7200, min_anomaly_share: 1, links: {Runbook: 'https://r', 'a b': 'http://x'}, mentions: [all], dashboard_url: 'https://d', template_single: "a\\nb", template_consecutive: c, template_recovery: d, template_no_data: e, notify_on_recovery: true, cooldown_reset_on_recovery: false, no_data_alert: true, suppress_until: '2026-04-11'}}
{name: cpu, interval: 1h, query: "\\u00e9\\u65e5\\U0001F600\\u0001\\u0085\\u2028", alerting: [{alert_cooldown: 30min, anomaly_window: 3h, min_anomaly_share: 0.5, channels: []}, {channels: [b]}]}
{name: cpu, interval: 1h, query: '# x: y', alerting: [{enabled: 'no', min_detectors: '2', consecutive_anomalies: 3.0, direction: same, links: {}}]}
""".strip().split("\n")

RESULTS = """
{seasonality: null, type: mad, params: {threshold: 3.0, window_size: 168, min_samples: 30}, rule: null}
{seasonality: [hour], type: zscore, params: {seasonality_components: [hour], threshold: 2.5, window_size: 1000, min_samples: 30}, rule: [2, null, null]}
{seasonality: [[day_of_week, hour], is_weekend, hour], type: iqr, params: {threshold: 1.5, seasonality_components: [[day_of_week, hour], is_weekend, hour], half_life: 100, window_weights: exponential, weight_decay: 1.0e-07, big: 1.0e+16, tenth: 0.1, start_time: '2024-05-05 00:00:00'}, rule: [3, 12, 0.3]}
{seasonality: null, type: autoreg, params: {lags: 3, input_type: 'on', detrend: '1e5', x: 12:30:45}, rule: [1, 4, 1.0]}
""".strip().split("\n")

START = datetime(2024, 1, 1)
END = datetime(2024, 3, 1, 5, 6, 7, 89000)


def outcome(result, interval):
    rule = result["rule"] or [None, None, None]
    return AutoTuneResult(
        metric_name="cpu",
        mode="unsupervised",
        scoring_metric="f1",
        training_start=START,
        training_end=END,
        interval_seconds=interval,
        n_points=2,
        labels_summary={"intervals": 1, "points": 2, "positive_grid_points": 0},
        chosen_seasonality=result["seasonality"],
        chosen_detector_type=result["type"],
        chosen_detector_params=result["params"],
        winning_detector_id="x",
        score=0.5,
        cv_per_fold=[0.5],
        cv_stability_penalty=0.0,
        consecutive_anomalies=rule[0],
        candidate_detector_ids=["x"],
        anomaly_window=f"{rule[1] * interval}s" if rule[1] else None,
        min_anomaly_share=rule[2],
    )


def emissions():
    root = pathlib.Path("/project")
    for m, metric in enumerate(METRICS):
        for r, result in enumerate(RESULTS):
            if r and m % 3 and r != m % 4:
                continue
            raw = yaml.safe_load(metric)
            config = MetricConfig.model_validate(raw.get("metric", raw))
            path, text, run_id = emit_tuned_config(
                original_config=config,
                original_path=root / "metrics" / "a" / "my.cpu.yaml",
                result=outcome(yaml.safe_load(result), config.get_interval().seconds),
                project_root=root,
            )
            # repr keeps the order of keys and the types of values
            yield [metric, result, run_id, str(path.relative_to(root)), repr(yaml.safe_load(text))]


BLOCKS = """
{}
{scoring_metric: f1, beta: 2, folds: 3, stability_lambda: 0, max_history: 10}
{detector_types: [mad, iqr], seasonality_candidates: [hour], force_seasonality: [hour, [day_of_week, hour]]}
{seasonality_candidates: [], fixed_params: {window_size: 10, half_life: 12h, x: null}}
{scoring_metric: event_f1, labels_file: x}
""".strip().split("\n")


def settings(override, block):
    config = AutoTuneConfig.model_validate(yaml.safe_load(block))
    try:
        built = build_settings(scoring=resolve_scoring(override or None, config), autotune_cfg=config)
    except ValueError:
        return ["ERROR"]
    return [
        repr(
            [
                built.metric.value,
                built.beta,
                built.allowed_detector_types or [],
                built.allowed_seasonality or [],
                built.force_seasonality or [],
                built.fixed_params,
                built.fold_count,
                built.stability_lambda,
                built.max_history or 50_000,
                built.max_candidates,
            ]
        )
    ]


write("labels.tsv", [[text, *labels(text)] for text in LABELS])
write("zones.tsv", [[zone, text, moment(zone, text)] for zone, text in ZONES])
write("emissions.tsv", emissions())
write(
    "settings.tsv",
    [[o, b, *settings(o, b)] for o in ["", "mcc", "f_beta", "MCC", "x"] for b in BLOCKS],
)
