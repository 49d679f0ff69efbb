"""Records what detectkit 0.67.2 (with PyYAML 6.0.3, pydantic 2.14.3, orjson 3.13.0) makes of the
inputs below, as the tab-separated files beside this script that the tests of io.dtkspark.config
compare with.

    pip install detectkit==0.67.2 duckdb==2.0.0 && python record.py
"""

import contextlib
import datetime
import fnmatch
import io
import math
import os
import pathlib
import struct
import tempfile

import orjson
import yaml
from detectkit.cli.commands.run import select_metrics
from detectkit.config.metric_config import DetectorConfig, MetricConfig
from detectkit.config.profile import ProfilesConfig
from detectkit.config.project_config import ProjectConfig
from detectkit.core.interval import Interval
from detectkit.detectors.factory import DetectorFactory
from detectkit.orchestration.task_manager._types import make_alert_config_id
from detectkit.utils.datetime_utils import to_naive_utc
from pydantic import TypeAdapter

HERE = os.path.dirname(os.path.abspath(__file__))
EPOCH = datetime.datetime(1970, 1, 1)


def write(name, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            assert not any("\t" in cell or "\n" in cell for cell in row), row
            out.write("\t".join(row) + "\n")


def show(value):
    """Python's repr; times in a form of our own, those with offset as seconds since 1970."""
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            return "time " + value.isoformat(timespec="microseconds")
        micros = (to_naive_utc(value) - EPOCH) // datetime.timedelta(microseconds=1)
        return f"instant {micros}"
    if isinstance(value, datetime.date):
        return "date " + value.isoformat()
    return repr(value)


def attempt(function):
    try:
        return function()
    except Exception:
        return "ERROR"


SCALARS = """
yes Yes YES no No NO true True TRUE false False FALSE on On ON off Off OFF y n Y N yEs tRue oN
~ null Null NULL nULL None none nil 0 00 000 1 -1 +1 -0 +0 07 010 08 09 0o10 0_7 0_ 1_ 1_000 1__0 _1 -1_0
0x1F 0X1F 0xff 0x_f 0x 0xg -0x10 +0x10 0b101 0b 0b_1 0b2 -0b11 12345678901234567890 9223372036854775807
9223372036854775808 -9223372036854775808 -9223372036854775809 1:30 1:30:00 -1:30 190:20:30 1:60 1:5 01:30 1:30:
0:30 1:2:3:4 190:20:30.15 1:30.5 -1:30.5 0:0.0 1:60.0 60:59.9_9 1e5 1E5 1.e5 1.0e5 1.0e+5 1.0E+5 1.5e-3 1e+5 1e-5 1.e+5
.5 -.5 +.5 ._5 .5_0 1. -1. 1.0 +1.0 1_0.5 1.5_ 1.5_0 1_.5 .inf .Inf .INF -.inf +.inf .iNF inf Infinity .nan .NaN .NAN -.nan nan
. .. ... 1.2.3 1.. .e+5 .5e+3 .5e3 0.1 0.30000000000000004 1.7976931348623157e+308 1.0e+309 5.0e-324 3.14 1_2.3_4 0.0 -0.0 007.5
2024-01-01 2024-1-1 2024-02-30 2024-13-01 0000-01-01 9999-12-31 24-01-01 2024-01-01T00:00:00 2024-01-01t00:00:00
2024-01-01T5:06:07 2024-1-1T5:06:07 2024-01-01T00:00 2024-01-01T24:00:00 2024-01-01T00:00:60 2024-01-01T00:00:00.5
2024-01-01T00:00:00.1234567 2024-01-01T00:00:00. 2024-01-01T00:00:00Z 2024-01-01T00:00:00+3 2024-01-01T00:00:00+03:30
2024-01-01T00:00:00-05:45 2024-01-01T00:00:00+23:59 2024-01-01T00:00:00+24:00 2024-01-01T00:00:00z 2024-01-01T00:00:00+0330
10min 1h 1d 30s hour a.b a_b a-b -a +a 5a 1,000 50% $x ${VAR} a#b a:b = < > <<a 0.67.2 v1 12:30:45 2024-01 1970
日本 été ñ ½ ² ١٢ 😀
!!int 5 !!str 5 !!float 5 !!float 1e5 !!int abc !!bool maybe !!null x !!float 0x10 !!float 1d
""".split("\n")


def scalar_texts():
    for line in SCALARS:
        words = line.split(" ")
        if line.startswith("!!"):
            for i in range(0, len(words), 2):
                yield words[i] + " " + words[i + 1]
        else:
            yield from (w for w in words if w)
    yield from [
        "",
        "2024-01-01 00:00:00",
        "2024-01-01  00:00:00",
        "2024-01-01 00:00:00 +01:00",
        "2024-01-01 00:00:00.25 Z",
        "2024-01-01 5:00:00",
        "2024-01-01 00:00",
        "a b",
        "1 2",
        "- 1",
        "!!timestamp 2024-01-01",
        "!!int '0x1f'",
        "!!str",
        "!!unknown x",
        "'5'",
        '"yes"',
        "'it''s'",
        '"tab\\there"',
        '"\\u00e9\\x41"',
        "''",
        "! 5",
        "[1, 2.0, '3', [x, null]]",
        "{a: 1, 'b': {c: [1.50]}}",
        "{a: 1, a: 2}",
        "{<<: {a: 1, b: 2}, b: 3}",
        "{b: 3, <<: {a: 1, b: 2}}",
        "{<<: [{a: 1}, {a: 2, c: 4}], d: 5}",
        "{<<: {a: 1}, <<: {a: 2}}",
        "{<<: 5}",
        "{<<: [5]}",
        "{'<<': 5}",
        "[<<]",
        "{1: a, 1.5: b, null: d, x: e}",
        "{? [1]: 2}",
        "{=: 1}",
        "[&a [1], *a]",
        "{a: &x {p: 1}, b: *x, c: {<<: *x, q: 2}}",
        "*nowhere",
        "[1, 2",
        "{a: 1",
        "@x",
        "`x",
        "a: %x",
        "a: b: c",
        "x: 'y",
        "&a x",
        "[a, , b]",
        "[a, b,]",
        "{a, b: 1}",
        "{a:1}",
        "[a:b]",
        "- a",
    ]


def scalars():
    for text in dict.fromkeys(scalar_texts()):
        yield [text, attempt(lambda: show(yaml.safe_load(text)))]


LAX = {
    "whole": int,
    "number": float,
    "flag": bool,
    "text": str,
    "duration": str | int,
    "texts": list[str],
}
LAX_VALUES = """5;5.0;5.5;true;false;'5';' 5 ';'5.0';'5.';'5.00';'1_000';'_1';'1__0';'+5';'-5';'1e3';'0x10';'';'٥'
1.0e+20;9.0e+18;9.3e+18;-9.3e+18;123456789012345678901234567890;'123456789012345678901234567890';.inf;-.inf;.nan;2024-01-01;2024-01-01 05:00:00
null;'5.5';'05';'-0';'007.0';'1_0.0';'5 0';'1e5';'1_000.5';'inf';'-Infinity';'nan';'NaN';'INF';'.';'.5';'1.';'1e';'1_0e1_0';'+1.5';'1e400'
'+inf';'+-1';'1d';'1f';'0x1p3';0;1;2;0.0;1.0;0.5;-0.0;'true';'TRUE';'tRuE';'y';'Y';'yes';'YES';'t';'T';'on';'ON';'1';'0';'off';'f';'n';'no';'NO'
' true';'01';'1.0';abc;[a];[a, 1];[];{a: 1};{};['a', 'b'];[[a]];[null];10min;90;'90';1:30;'\\x00';-5;-5.0""".replace(
    "\n", ";"
).split(";")


def lax():
    for kind, expected in LAX.items():
        adapter = TypeAdapter(expected)
        for text in LAX_VALUES:
            value = yaml.safe_load(text)
            yield [kind, text, attempt(lambda: repr(adapter.validate_python(value)))]


REPRS = """a;it's;'say "hi"';'both '' and "';'back\\slash';"tab\\tnew\\nline\\rcr";"\\x00\\x1f\\x7f\\x80\\xa0\\xad";é;日本;"\\u200b\\u2028\\ue000\\ufeff"
😀;"\\U000e0001";"\\u0378";[a, 'b', [c]];[];{};{a: [1, 2.0, null, true]};123456789012345678901234567890;-5;1.0e+16;''""".replace(
    "\n", ";"
).split(";")


def reprs():
    for text in REPRS:
        yield [text, repr(yaml.safe_load(text))]


DETECTORS = {
    "mad": """{};{threshold: 3};{threshold: 3.0};{threshold: 4};{threshold: 4.0};{threshold: 2.5};{threshold: null};{threshold: true};{threshold: 1.0e-7}
{threshold: 1.0e+16};{threshold: 100000000000000000000};{threshold: 18446744073709551615};{threshold: 9223372036854775808};{threshold: 18446744073709551616};{threshold: .inf};{threshold: 0.30000000000000004}
{threshold: 1e5};{threshold: '3'};{threshold: 0};{threshold: -1};{threshold: [3]};{threshold: 0.00001};{threshold: 1.5e+300};{threshold: false}
{window_size: 4320};{window_size: 100};{window_size: 1, min_samples: 1};{window_size: 0};{window_size: null};{window_size: 29};{window_size: '100'};{window_size: -5}
{min_samples: 30};{min_samples: 0};{min_samples: 1};{min_samples: 101};{min_samples: null};{min_samples: 50.0};{min_samples: 30.0};{min_samples: '30'}
{min_samples_per_group: 10};{min_samples_per_group: 5};{min_samples_per_group: 0};{min_samples_per_group: null};{min_samples_per_group: true}
{seasonality_components: null};{seasonality_components: []};{seasonality_components: [hour]};{seasonality_components: [[hour, day_of_week]]};{seasonality_components: [hour, [day_of_week, is_weekend]]}
{seasonality_components: hour};{seasonality_components: ["it's"]};{seasonality_components: [日本]};{seasonality_components: ['quote " here']};{seasonality_components: [[]]};{seasonality_components: ''}
{input_type: changes};{input_type: values};{input_type: null};{input_type: abs};{input_type: absolute_changes};{input_type: log_changes};{input_type: [changes]}
{smoothing: ema};{smoothing: ema, smoothing_alpha: 0.1};{smoothing: sma, smoothing_window: 3};{smoothing: none};{smoothing: null};{smoothing_alpha: 1};{smoothing_alpha: 0};{smoothing_alpha: 1.1};{smoothing_alpha: 0.3};{smoothing_alpha: true};{smoothing_alpha: null};{smoothing_window: 0};{smoothing_window: 10.0};{smoothing_window: 5}
{smoothing_alpha: .nan};{window_weights: exponential};{window_weights: linear};{window_weights: null};{window_weights: gaussian};{window_weights: exponential, half_life: 12};{window_weights: exponential, half_life: '12h'}
{half_life: 0};{half_life: 1};{half_life: 1.5};{half_life: true};{half_life: 1d};{half_life: ' 12H '};{half_life: '12'};{half_life: 12x};{half_life: '0h'}
{weight_decay: 0.95};{weight_decay: 0};{weight_decay: 1};{weight_decay: 0.5, half_life: 5};{window_weights: exponential, weight_decay: 0.97}
{detrend: linear};{detrend: quadratic};{stabilization: clamp};{stabilization: clip};{stabilization: null};{detrend: true};{unknown: 1};{threshold: 3.0, unknwon: 2};{start_time: '2024-02-01'};{batch_size: 500};{start_time: 2024-02-01, batch_size: x, threshold: 5}
{threshold: 3.5, window_size: 8640, min_samples: 1000, seasonality_components: [[hour, day_of_week]], min_samples_per_group: 4, window_weights: exponential, half_life: 3d, detrend: linear, smoothing: ema, stabilization: clamp, input_type: log_changes}
{threshold: 2024-01-01};{threshold: {a: 1}};{window_size: yes, min_samples: yes};{threshold: 1_0};{threshold: 010};{threshold: 1:30};{threshold: 0x10}""",
    "zscore": "{};{threshold: 3};{threshold: 2.5};{min_samples: 1};{min_samples: 2};{min_samples_per_group: 3};{min_samples_per_group: 10};{window_size: 200};{lags: 5}",
    "iqr": "{};{threshold: 1.5};{threshold: 3};{min_samples: 3};{min_samples: 4};{min_samples_per_group: 3};{min_samples_per_group: 4};{min_samples_per_group: 5};{window_size: 50}",
    "autoreg": """{};{lags: 5};{lags: 8};{lags: 0};{lags: null};{lags: 5, window_size: 7, min_samples: 7};{lags: 5, window_size: 6};{min_samples: 6};{min_samples: 7};{lags: 30};{window_size: 29}
{threshold: null};{threshold: 3};{threshold: 4};{stabilization: null};{stabilization: clamp};{stabilization: x};{input_type: changes};{input_type: x};{seasonality_components: []};{seasonality_components: [hour]};{seasonality_components: null};{smoothing: ema};{min_samples: 201};{lags: true, min_samples: 30};{lags: '5'}""",
    "manual_bounds": """{};{upper_bound: 90};{upper_bound: 90.0};{lower_bound: 0};{lower_bound: 10, upper_bound: 90};{lower_bound: 90, upper_bound: 10};{lower_bound: 5, upper_bound: 5.0};{lower_bound: null, upper_bound: null}
{upper_bound: 1, input_type: changes};{upper_bound: 1, input_type: values};{upper_bound: 1, seasonality_components: null};{upper_bound: 1, seasonality_components: []};{upper_bound: 1, threshold: 3};{upper_bound: 1.0e-10};{upper_bound: -0.0};{upper_bound: .inf};{lower_bound: 12345678901234567890};{upper_bound: true};{upper_bound: 1, batch_size: 5};{lower_bound: -1.5, upper_bound: null}""",
    "prophet": "{}",
    "timesfm": "{threshold: 3}",
}


def detector(type_, text):
    config = DetectorConfig(type=type_, params=yaml.safe_load(text))
    params = config.get_algorithm_params()
    components = config.get_seasonality_components()
    if components is not None:
        params["seasonality_components"] = components
    made = DetectorFactory.create_from_config({"type": config.type, "params": params})
    return [made.get_detector_id(), type(made).__name__, made.get_detector_params(), str(made.get_context_size())]


def detectors():
    for type_, texts in DETECTORS.items():
        for text in texts.replace("\n", ";").split(";"):
            try:
                yield [type_, text, *detector(type_, text)]
            except Exception:
                yield [type_, text, "ERROR"]


ALERTS = """{};{channels: [b, a]};{channels: [a, b]};{channels: [ä, Z, a]};{min_detectors: 2};{direction: up};{consecutive_anomalies: 5};{alert_cooldown: 30min};{alert_cooldown: 1800};{alert_cooldown: '1800'};{alert_cooldown: 0};{alert_cooldown: ''};{alert_cooldown: true}
{cooldown_reset_on_recovery: false};{anomaly_window: 30min, min_anomaly_share: 0.3};{anomaly_window: 1800, min_anomaly_share: 1};{notify_on_recovery: true, no_data_alert: true, mentions: [x]};{enabled: false};{min_detectors: '2'};{channels: ["q\\"uote", "tab\\t"]}
{channels: [ops], min_detectors: 2, direction: any, consecutive_anomalies: 4, alert_cooldown: 2h, anomaly_window: 1h, min_anomaly_share: '0.25'}""".replace(
    "\n", ";"
).split(";")


def metric(changes):
    return MetricConfig.model_validate({"name": "m", "query": "q", "interval": 60} | changes)


def alerts():
    for text in ALERTS:
        block = metric({"alerting": yaml.safe_load(text)}).alerting[0]
        yield [text, make_alert_config_id(block)]


METRICS = """{name: 5};{name: null};{name: ''};{name: 日本_x-1²½Ⅷ};{name: a b};{name: "e\\u0301"};{name: a.b};{name: 'yes'};{name: yes};{description: 5};{description: null};{description: ''}
{tags: []};{tags: null};{tags: abc};{tags: [a, a]};{tags: ['']};{tags: [a b]};{tags: [1]};{tags: [a, é]};{profile: 5};{profile: x};{source_profile: 5};{source_profile: null};{source_profile: ''}
{query: null};{query: ''};{query: 5};{query_file: x.sql};{query: null, query_file: x.sql};{query: null, query_file: 5};{query: null, query_file: ''};{query_columns: null};{query_columns: {}};{query_columns: x};{query_columns: {timestamp: 5}};{query_columns: {timestamp: null}};{query_columns: {metric: v, seasonality: [a]}};{query_columns: {seasonality: a}};{query_columns: {seasonality: null}};{query_columns: {value: x}}
{interval: null};{interval: 5.5};{interval: 5.0};{interval: true};{interval: abc};{interval: -1};{interval: [1]};{interval: 2024-01-01};{loading_start_time: 2024-01-01};{loading_start_time: '2024-01-01'};{loading_start_time: 5};{loading_start_time: null};{loading_start_time: ''}
{seasonality_columns: null};{seasonality_columns: []};{seasonality_columns: [hour]};{seasonality_columns: [hour, hour]};{seasonality_columns: [minute]};{seasonality_columns: hour};{seasonality_columns: [5]}
{loading_batch_size: 0};{loading_batch_size: 1};{loading_batch_size: 1000000};{loading_batch_size: 1000001};{loading_batch_size: '5'};{loading_batch_size: 5.0};{loading_batch_size: 5.5};{loading_batch_size: null};{loading_batch_size: abc};{loading_batch_size: true};{loading_batch_size: false}
{loading_delay: 0};{loading_delay: '0'};{loading_delay: 0min};{loading_delay: '00 h'};{loading_delay: ' 0xyz '};{loading_delay: '0 0'};{loading_delay: -5};{loading_delay: '5'};{loading_delay: 5};{loading_delay: 10min};{loading_delay: null};{loading_delay: true};{loading_delay: false};{loading_delay: 1.5};{loading_delay: []};{loading_delay: x}
{detectors: null};{detectors: []};{detectors: {type: mad}};{detectors: [mad]};{detectors: [{}]};{detectors: [{type: mad}]};{detectors: [{type: MAD}]};{detectors: [{type: prophet}]};{detectors: [{type: mad, params: null}]};{detectors: [{type: mad, params: []}]};{detectors: [{type: mad, params: {1: 2}}]};{detectors: [{type: mad, params: {threshold: -1}}]};{detectors: [{type: null}]};{detectors: [null]};{detectors: [{type: mad, threshold: 3}]}
{alerting: null};{alerting: []};{alerting: {}};{alerting: x};{alerting: [null]};{alerting: [x]};{alerting: [{}, {}]};{alerting: {enabled: null}};{alerting: {enabled: 'yes'}};{alerting: {enabled: 2}};{alerting: {channels: x}};{alerting: {channels: null}};{alerting: {channels: [5]}};{alerting: {min_detectors: 0}};{alerting: {min_detectors: '3'}};{alerting: {min_detectors: 1.5}};{alerting: {direction: both}};{alerting: {direction: null}};{alerting: {consecutive_anomalies: 0}};{alerting: {consecutive_anomalies: null}}
{alerting: {anomaly_window: 30min}};{alerting: {min_anomaly_share: 0.3}};{alerting: {anomaly_window: 30min, min_anomaly_share: 0.3}};{alerting: {anomaly_window: 30min, min_anomaly_share: 0}};{alerting: {anomaly_window: 30min, min_anomaly_share: 1.1}};{alerting: {anomaly_window: 30min, min_anomaly_share: .nan}};{alerting: {anomaly_window: 60, min_anomaly_share: 1}};{alerting: {anomaly_window: 119, min_anomaly_share: 1}};{alerting: {anomaly_window: 120, min_anomaly_share: 1}};{alerting: {anomaly_window: x, min_anomaly_share: 1}};{alerting: {anomaly_window: 0, min_anomaly_share: 1}};{alerting: {anomaly_window: 1s, min_anomaly_share: 1}, interval: bad};{alerting: {anomaly_window: null, min_anomaly_share: null}}
{alerting: {alert_cooldown: abc}};{alerting: {alert_cooldown: 1.5}};{alerting: {alert_cooldown: -5}};{alerting: {timezone: 5}};{alerting: {timezone: Mars}};{alerting: {suppress_until: ''}};{alerting: {suppress_until: 2026-04-11}};{alerting: {suppress_until: '2026-04-11'}};{alerting: {suppress_until: ' 2026-4-1 '}};{alerting: {suppress_until: '2026-04-11T18:00:00'}};{alerting: {suppress_until: '2026-04-11 18:00'}};{alerting: {suppress_until: '2026-02-30'}};{alerting: {suppress_until: '2026-04-11 18:00:00Z'}};{alerting: {suppress_until: null}}
{alerting: {dashboard_url: ''}};{alerting: {dashboard_url: HTTP://x}};{alerting: {dashboard_url: 'https://x'}};{alerting: {dashboard_url: 'javascript:x'}};{alerting: {links: {a: b}}};{alerting: {links: {a: 'http://b'}}};{alerting: {links: null}};{alerting: {links: {1: 'http://b'}}};{alerting: {links: [x]}};{alerting: {mentions: [a]}};{alerting: {mentions: a}};{alerting: {template_single: 5}};{alerting: {template_recovery: null}};{alerting: {template_no_data: x}};{alerting: {notify_on_recovery: maybe}};{alerting: {no_data_alert: 'on'}};{alerting: {cooldown_reset_on_recovery: null}}
{tables: null};{tables: {}};{tables: x};{tables: {datapoints: 5}};{tables: {detections: null}};{false_alert_budget: 0};{false_alert_budget: 1};{false_alert_budget: '0.5'};{false_alert_budget: 1.01};{false_alert_budget: null};{false_alert_budget: .nan};{enabled: null};{enabled: 'no'};{enabled: 0.5};{enabled: 1.0};{ai_context: x};{ai_context: 5};{ai_context: null};{ai_context: [x]};{ai_context: {instructions: 5}};{ai_context: {synonyms: [a, a, '']}};{ai_context: {synonyms: null}};{ai_context: {examples: [5]}};{ai_context: {examples: ['5']}}
{autotune: null};{autotune: {}};{autotune: x};{autotune: {enabled: null}};{autotune: {detector_types: []}};{autotune: {detector_types: [mad, zscore]}};{autotune: {detector_types: [autoreg]}};{autotune: {detector_types: null}};{autotune: {scoring_metric: f1}};{autotune: {scoring_metric: F1}};{autotune: {scoring_metric: null}};{autotune: {beta: 0}};{autotune: {beta: '2'}};{autotune: {beta: .nan}};{autotune: {beta: null}};{autotune: {labels_file: 5}};{autotune: {labels_file: x}};{autotune: {seasonality_candidates: [minute]}};{autotune: {seasonality_candidates: []}};{autotune: {force_seasonality: []}};{autotune: {force_seasonality: [[]]}};{autotune: {force_seasonality: [hour, [hour, month]]}};{autotune: {force_seasonality: [x]}};{autotune: {force_seasonality: [[x]]}};{autotune: {force_seasonality: [5]}};{autotune: {fixed_params: {1: 2}}};{autotune: {fixed_params: null}};{autotune: {fixed_params: {window_size: [x]}}};{autotune: {folds: 1}};{autotune: {folds: 2}};{autotune: {stability_lambda: -0.1}};{autotune: {stability_lambda: 0}};{autotune: {stability_lambda: .nan}};{autotune: {max_history: 0}};{autotune: {max_history: 1}};{autotune: {max_history: null}}
{autotune: {incidents: []}};{autotune: {incidents: null}};{autotune: {incidents: x}};{autotune: {incidents: [x]}};{autotune: {incidents: [{}]}};{autotune: {incidents: [{at: '2024-01-01'}]}};{autotune: {incidents: [{at: 2024-01-01}]}};{autotune: {incidents: [{at: 2024-01-01 05:00:00}]}};{autotune: {incidents: [{at: '2024-01-01 05:00'}]}};{autotune: {incidents: [{at: null}]}};{autotune: {incidents: [{at: ' 2024-1-1 '}]}};{autotune: {incidents: [{start: '2024-01-01'}]}};{autotune: {incidents: [{start: '2024-01-01', end: '2024-01-02', label: 5}]}};{autotune: {incidents: [{start: '2024-01-02', end: '2024-01-01'}]}};{autotune: {incidents: [{start: 2024-01-01 00:00:00+05:00, end: '2023-12-31 19:00:00'}]}};{autotune: {incidents: [{start: 2024-01-01 00:00:00+05:00, end: '2023-12-31 18:59:59'}]}};{autotune: {incidents: [{1: 2, at: '2024-01-01'}]}}
{autotune: {incidents: [{at: '2024-01-01'}], incidents_timezone: Mars}};{autotune: {incidents: [{at: '2024-01-01'}], incidents_timezone: Europe/Berlin}};{autotune: {incidents: [{at: '2024-01-01'}], incidents_timezone: UTC}};{autotune: {incidents: [{at: '2024-01-01'}], incidents_timezone: EST}};{autotune: {incidents: [{at: '2024-01-01'}], incidents_timezone: UTC+3}};{autotune: {incidents: [{at: '2024-01-01'}], incidents_timezone: ''}};{autotune: {incidents: [], incidents_timezone: UTC}};{autotune: {incidents_timezone: UTC}};{autotune: {labels_file: x, incidents: [{at: '2024-01-01'}]}};{autotune: {labels_file: '', incidents: [{at: '2024-01-01'}]}};{autotune: {labels_file: x, incidents: []}}
{unknown: 1};{1: 2};{enabled: false, tags: [a], description: x}""".replace("\n", ";").split(";")

PROJECTS = """{};{name: 5};{name: ''};{name: a b};{name: a.b};{name: null};{version: 1.0};{version: '1'};{version: null};{default_profile: null};{default_profile: 5};{default_profile: ''};{paths: null};{paths: {}};{paths: {metrics: 5}};{paths: {metrics: null}};{paths: {metrics: m, sql: s, templates: t}}
{tables: null};{tables: {metrics: x}};{tables: {metrics: 5}};{tables: {tasks: null}};{timeouts: {load: 0}};{timeouts: {load: 86400}};{timeouts: {detect: 86401}};{timeouts: {alert: '5'}};{timeouts: null};{timeouts: {alert: null}};{error_alerting: null};{error_alerting: {}};{error_alerting: x};{error_alerting: {enabled: 'yes', channels: [a], mentions: [b], template: t, timezone: UTC}};{error_alerting: {channels: a}};{error_alerting: {enabled: null}}
{alert_help_url: null};{alert_help_url: true};{alert_help_url: false};{alert_help_url: 1};{alert_help_url: 2};{alert_help_url: ''};{alert_help_url: ' https://x '};{alert_help_url: ftp://x};{alert_help_url: [x]};{false_alert_budget: 0};{false_alert_budget: 1};{loading_delay: 10min};{loading_delay: x};{loading_delay: 0};{source_profile: 5};{source_profile: x};{unknown: 1}""".replace(
    "\n", ";"
).split(";")

PROFILES = """{};{profiles: {}};{profiles: null};{profiles: []};{profiles: {a: null}};{profiles: {a: x}};{profiles: {1: {type: duckdb}}};{profiles: {a: {}}};{profiles: {a: {type: oracle}}};{profiles: {a: {type: 5}}};{profiles: {a: {type: duckdb}}};{profiles: {a: {type: duckdb, path: x.duckdb}}};{profiles: {a: {type: duckdb, path: 5}}};{profiles: {a: {type: duckdb, path: null, port: null}}};{profiles: {a: {type: duckdb, read_only: 'yes'}}};{profiles: {a: {type: duckdb, read_only: maybe}}}
{profiles: {a: {type: clickhouse}}};{profiles: {a: {type: clickhouse, port: 9000}}};{profiles: {a: {type: clickhouse, port: '9000'}}};{profiles: {a: {type: clickhouse, port: 0}}};{profiles: {a: {type: clickhouse, port: 65536}}};{profiles: {a: {type: clickhouse, port: x}}};{profiles: {a: {type: clickhouse, port: 9000, host: 5}}};{profiles: {a: {type: clickhouse, port: 9000, password: 5}}};{profiles: {a: {type: clickhouse, port: 9000, password: null}}};{profiles: {a: {type: clickhouse, port: 9000, user: null}}};{profiles: {a: {type: postgres, port: 5432}}};{profiles: {a: {type: mysql}}};{profiles: {a: {type: mariadb, port: 3306}}};{profiles: {a: {type: clickhouse, port: 9000, settings: null}}};{profiles: {a: {type: clickhouse, port: 9000, settings: {max_threads: 4, x: {y: 1}}}}};{profiles: {a: {type: clickhouse, port: 9000, settings: {1: 4}}}};{profiles: {a: {type: clickhouse, port: 9000, unknown: 4}}}
{profiles: {a: {type: snowflake}}};{profiles: {a: {type: snowflake, account: x}}};{profiles: {a: {type: snowflake, account: x, user: u}}};{profiles: {a: {type: snowflake, account: x, user: u, password: p}}};{profiles: {a: {type: snowflake, account: x, user: u, private_key_path: p}}};{profiles: {a: {type: snowflake, account: x, password: p}}};{profiles: {a: {type: snowflake, account: '', user: u, password: p}}};{profiles: {a: {type: snowflake, account: x, user: u, password: p, schema: s, warehouse: w, role: r}}};{profiles: {a: {type: snowflake, account: x, user: u, password: p, schema: 5}}};{profiles: {a: {type: bigquery}}};{profiles: {a: {type: bigquery, project: p}}};{profiles: {a: {type: bigquery, project: p, location: EU, dataset: d, credentials_json_path: c, api_endpoint: e}}}
{profiles: {a: {type: duckdb}}, default_profile: a};{profiles: {a: {type: duckdb}}, default_profile: b};{profiles: {a: {type: duckdb}}, default_profile: null};{profiles: {a: {type: duckdb}}, default_profile: 5};{profiles: {a: {type: duckdb}}, alert_channels: null};{profiles: {a: {type: duckdb}}, alert_channels: {}};{profiles: {a: {type: duckdb}}, alert_channels: {s: x}};{profiles: {a: {type: duckdb}}, alert_channels: {s: {}}};{profiles: {a: {type: duckdb}}, alert_channels: {s: {1: x}}};{profiles: {a: {type: duckdb}}, alert_channels: {1: {type: slack}}};{profiles: {a: {type: duckdb}}, alert_channels: {s: {type: nope}}};{profiles: {a: {type: duckdb, internal_schema: 5}}};{profiles: {a: {type: duckdb, internal_database: null, data_schema: x}}};{profiles: {a: {type: duckdb, motherduck_token: 5}}}""".replace(
    "\n", ";"
).split(";")


def verdict(validate, text):
    try:
        data = yaml.safe_load(text)
        if not data:
            return "ERROR"
        validate(data)
        return "OK"
    except Exception:
        return "ERROR"


def verdicts():
    project = {"name": "p", "default_profile": "a"}
    for text in METRICS:
        yield ["metric", text, verdict(metric, text)]
    for text in PROJECTS:
        changed = lambda data: ProjectConfig.model_validate(project | data)
        yield ["project", text, "OK" if text == "{}" else verdict(changed, text)]
    for text in PROFILES:
        yield ["profiles", text, verdict(ProfilesConfig.model_validate, text)]


INTERVALS = "1s;30sec;2second;2seconds;5m;10min;1minute;2minutes;1h;1hour;2hours;1d;1day;7days; 10MIN ;010s;0s;1w;1;min;-1h;1 h;1.5h;1h30m;;１０min;1MS;99999999999999999d".split(
    ";"
)


def intervals():
    for text in INTERVALS:
        yield [text, attempt(lambda: str(Interval(text).seconds))]


ISO = """2024-02-01;20240201;2024-W05;2024-W05-4;2024W05;2024W054;2024-2-1;2024-02;24-02-01;2024-02-30;2024-02-01T;2024-02-01T05;2024-02-01T05:06;2024-02-01T05:06:07;2024-02-01 05:06:07;2024-02-01x05:06:07
2024-02-01T0506;2024-02-01T050607;20240201T050607;2024-02-01T05:0607;2024-02-01T05:06:07.1;2024-02-01T05:06:07,123456;2024-02-01T05:06:07.123456789;2024-02-01T05:06:07.;2024-02-01T05:06:07Z;2024-02-01T05:06:07+03:00;2024-02-01T05:06:07-0330;2024-02-01T05:06:07+03;2024-02-01T05:06:07+24:00;2024-02-01T05:06:07+3;2024-02-01T05:06:07+00:00:30
2024-02-01T24:00:00;2024-02-01T05:60;2024-02-01T05:06:60;2024-W53-1;2020-W53-1;2024-W05-8;2024-02-01T05:06:07 +03:00;2024-02-01T5:06;now;;0000-01-01;9999-12-31T23:59:59;2024-02-01T05:06+03:00;2024-02-01T05+03:00;2024-0201;202402-01;2024-02-01T05:06:07ZZ;2024-02-01 05:06 +03:00;2024-02-01 05:06:07  +03:00;2024-02-01 12.5;2024-02-01 05:06:07 ;2024-02-01 05:06:07x;2024-02-01 0506:07;2024-02-01 05:06:07:+03:00;2024-02-01 05:06:07 Z;2024-02-01 05:06:07.5 +03:00;2024-02-01 05:06:07.5+03:00""".replace(
    "\n", ";"
).split(";")


def iso(text):
    parsed = to_naive_utc(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")))
    return str((parsed - EPOCH) // datetime.timedelta(milliseconds=1))


def iso_times():
    for text in ISO:
        yield [text, attempt(lambda: iso(text))]


STRPTIME = """2024-01-01 00:00:00;2024-1-1 0:0:0;2024-01-01  00:00:00;2024-01-01T00:00:00;2024-01-01 00:00;2024-01-01;2024-01-01 24:00:00;2024-01-01 00:00:60;2024-01-01 00:00:61;2024-02-30 00:00:00;24-01-01 00:00:00; 2024-01-01 00:00:00;2024-01-01 00:00:00 ;2024-01-01 00:00:00Z;2024-13-01 00:00:00;2024-01- 1 00:00:00;2024-01-32 00:00:00;0000-01-01 00:00:00;9999-12-31 23:59:59;2024-01-01 1:2:3;2024-001-01 00:00:00""".split(
    ";"
)


def strptime(text):
    parsed = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    return str((parsed - EPOCH) // datetime.timedelta(milliseconds=1))


def start_times():
    for text in STRPTIME:
        yield [text, attempt(lambda: strptime(text))]


NAMES = "cpu.yml;cpu1.yml;cpu12.yml;a-b.yml;a]b;[x].yml;a\\b;!a.yml;^a.yml;b.yml;-.yml;.hidden.yml;CPU.yml;日本.yml;a.yaml;&.yml;😀.yml;a{2}.yml;a+.yml".split(";")
PATTERNS = "*;*.yml;cpu*.yml;cpu?.yml;cpu??.yml;[ab].yml;[!ab].yml;[a-c].yml;[c-a].yml;[!c-a].yml;[]a]*;[!]a]*;[-a].yml;[a-].yml;[a;a[;[[]x].yml;[^a].yml;[&].yml;?.yml;日*.yml;*.y*ml;a\\b;a{2}.yml;a+.yml;**;cpu[0-9][0-9].yml;[x-].yml;[a-b-c].yml;[!-]*;C*".split(";")


def patterns():
    for pattern in PATTERNS:
        yield [pattern, " ".join(name for name in NAMES if fnmatch.fnmatchcase(name, pattern))]


FILES = {
    "metrics/cpu.yml": "{name: cpu_usage, tags: [critical, infra]}",
    "metrics/other.yaml": "{name: other}",
    "metrics/named_like.yml": "{name: something_else}",
    "metrics/upper.YML": "{name: upper}",
    "metrics/notes.txt": "{name: notes}",
    "metrics/.hidden.yml": "{name: hidden, tags: [critical]}",
    "metrics/.history/cpu/old.yml": "{name: cpu_usage, tags: [critical]}",
    "metrics/api/latency.yml": "{name: latency, tags: [slow]}",
    "metrics/api/errors.yml": "{name: errors}",
    "metrics/api/deep/er/x.yml": "{name: x1, tags: [infra]}",
    "metrics/api-old/latency2.yml": "{name: latency2}",
    "metrics/nested.yml": "{metric: {name: nested, tags: [critical]}}",
    "metrics/nested2.yml": "{metric: {name: nested2}, name: outer, tags: [critical]}",
    "metrics/z[1].yml": "{name: bracket}",
    "elsewhere/y.yml": "{name: y}",
}
BROKEN = {
    "metrics/broken/bad.yml": "{name: bad, tags: [critical",
    "metrics/broken/list.yml": "[name, tags]",
    "metrics/broken/number.yml": "{name: n, tags: 5}",
    "metrics/broken/empty.yml": "",
    "metrics/broken/incomplete.yml": "{name: incomplete, tags: [broken]}",
    "metrics/loose/text.yml": "{name: text, tags: critical-path}",
    "metrics/loose/map.yml": "{name: map, tags: {crit: 1}}",
    "metrics/loose/number.yml": "{name: numbertag, tags: [5, yes]}",
    "metrics/broken/dup1.yml": "{name: same, tags: [dup]}",
    "metrics/broken/dup2.yml": "{name: same, tags: [dup]}",
}
SELECTORS = """cpu;cpu_usage;other;named_like;something_else;upper;hidden;.hidden;latency;x1;nested;outer;y;nope;cpu.yml;broken_name
tag:critical;tag:infra;tag:crit;tag:path;tag:;tag:5;tag:yes;tag:nope;tag:broken;tag:dup
*.yml;cpu*;c*.yml;api/*;api/*.yml;api/latency.yml;metrics/api/*.yml;metrics/*;**/*.yml;**;api/**;api/**/*.yml;metrics/**/latency*;/cpu.yml;//api//latency.yml;./cpu.yml;api/./latency.yml;../elsewhere/y.yml;*/latency*.yml;*/*;a**b/x;api/**x;.history/*/*.yml;**/old.yml;z[1].yml;*[1].yml;z[[]1].yml;metrics/z[[]1]*;api/latency;api/;cpu.yml/;?pu.yml;??u.y*ml;broken/bad.yml;broken/d*.yml;broken/empty.yml;broken/i*;broken/[dl]*;*""".replace(
    "\n", ";"
).split(";")


def build_project(tree, files, root):
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        complete = text
        if "incomplete" not in path:
            for name in ("{metric: {", "{"):
                if text.startswith(name):
                    complete = name + "query: q, interval: 60, " + text[len(name) :]
                    break
        (root / path).write_text(complete, encoding="utf-8")
        yield [tree, path, complete]


def selectors(tree, root):
    for selector in SELECTORS:
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                found = select_metrics(selector, root)
            yield [tree, selector, " ".join(sorted(str(p.relative_to(root)) for p, _ in found))]
        except ValueError:
            yield [tree, selector, "ERROR"]


def half_lives():
    for text in ["0.5", "0.9", "0.95", "0.97", "0.99", "0.999", "0.1", "0.25", "0.123", "0.7"]:
        value = math.log(0.5) / math.log(float(text))
        yield [text, str(struct.unpack("<q", struct.pack("<d", value))[0])]


def alnum():
    """Ranges of the code points that may stand in a metric name, up to U+FFFF."""
    start = None
    for c in range(0x10001):
        inside = c < 0x10000 and chr(c).isalnum()
        if inside and start is None:
            start = c
        if not inside and start is not None:
            yield [str(start), str(c - 1)]
            start = None


if __name__ == "__main__":
    write("scalars.tsv", scalars())
    write("lax.tsv", lax())
    write("reprs.tsv", reprs())
    write("detectors.tsv", detectors())
    write("alerts.tsv", alerts())
    write("verdicts.tsv", verdicts())
    write("intervals.tsv", intervals())
    write("iso-times.tsv", iso_times())
    write("start-times.tsv", start_times())
    write("patterns.tsv", patterns())
    files, found = [], []
    for tree, content in {"clean": FILES, "mixed": FILES | BROKEN}.items():
        with tempfile.TemporaryDirectory() as directory:
            root = pathlib.Path(directory)
            files += build_project(tree, content, root)
            found += selectors(tree, root)
    write("selector-files.tsv", files)
    write("selectors.tsv", found)
    write("half-lives.tsv", half_lives())
    write("alnum.tsv", alnum())
