"""Records what the channels of detectkit 0.67.2 send, as
../resources/io/dtkspark/notify/notices.json.gz.

    pip install detectkit==0.67.2 && python make_notices.py

Every notice goes to every channel, without and with a template. `requests.post` is replaced by one
that keeps the request. Also: all template variables of every notice, what `str.format` makes of
some templates, and durations.
"""

import gzip
import itertools
import json
import os
from unittest import mock

import numpy as np
import requests
from detectkit.alerting.channels.base import AlertData
from detectkit.alerting.channels.email import EmailChannel
from detectkit.alerting.channels.factory import AlertChannelFactory
from detectkit.core.interval import Interval
from detectkit.utils.datetime_utils import format_duration

HERE = os.path.dirname(os.path.abspath(__file__))
BASE = "http://127.0.0.1:1"
T = 1_720_000_200

CHANNELS = [
    {"type": "mattermost", "webhook_url": BASE + "/hooks/m1"},
    {"type": "mattermost", "webhook_url": BASE + "/hooks/m2", "username": "bot", "channel": "ops",
     "icon_emoji": ":eyes:"},
    {"type": "slack", "webhook_url": BASE + "/hooks/s1", "icon_url": "https://i/x.png"},
    {"type": "webhook", "webhook_url": BASE + "/hooks/w1", "extra_headers": {"X-Team": "data"},
     "secret": "hush"},
    {"type": "webhook", "webhook_url": BASE + "/hooks/w2", "format": "json", "secret": "hush"},
    {"type": "webhook", "webhook_url": BASE + "/hooks/w3", "format": "alertmanager"},
    {"type": "discord", "webhook_url": BASE + "/hooks/d1"},
    {"type": "teams", "webhook_url": BASE + "/hooks/t1"},
    {"type": "googlechat", "webhook_url": BASE + "/hooks/g1"},
    {"type": "ntfy", "server": BASE + "/", "topic": "alarm", "token": "tk_x"},
    {"type": "ntfy", "server": BASE, "topic": "alarm", "user": "u", "password": "p", "priority": 5},
    {"type": "telegram", "bot_token": "12:ab", "chat_id": -100},
    {"type": "telegram", "bot_token": "12:ab", "chat_id": "@room", "parse_mode": None,
     "disable_notification": True},
]

FULL = {
    "description": "Orders per minute",
    "mentions": ["ann", "here", "all", "U12345678", "<@42>", "<users/7>", "123456"],
    "dashboard_url": "https://grafana/d?a=1&b=2",
    "links": {"Runbook": "https://run/book", "Board (old)": "https://b/x"},
    "help_url": "https://help/me",
    "project_name": "shop",
    "ai_synonyms": ["sales", "turnover"],
}
RULE = {"min_detectors": 2, "direction_policy": "same", "consecutive_required": 3}
SHARE = {"window_points": 20, "min_anomaly_share": 0.35}


def anomaly(**extra):
    return {
        "metric_name": "orders_total", "timestamp": T, "timezone": "Asia/Tokyo", "value": 1234.5,
        "confidence_lower": 3.14159, "confidence_upper": 99.995, "detector_name": "MADDetector",
        "detector_params": '{"threshold":4.0,"window_size":288}', "direction": "up",
        "severity": 4.125, "consecutive_count": 7, "interval_seconds": 600,
        "onset_timestamp": T - 6 * 600, **RULE, **extra,
    }


NOTICES = {
    "anomaly": anomaly(),
    "anomaly with everything": anomaly(**FULL, loading_delay_seconds=5400),
    "anomaly of several": anomaly(
        detector_name="2 detectors", detector_count=2, direction="mixed", direction_policy="any",
        detector_params="MADDetector: {}; ZScoreDetector: {}", severity=0.0, value=0.1),
    "endless anomaly": anomaly(streak_capped=True, consecutive_count=1000,
                               onset_timestamp=T - 999 * 600, interval_seconds=5400),
    "single point": anomaly(consecutive_count=1, onset_timestamp=T, timezone=None,
                            confidence_lower=None, interval_seconds=90, consecutive_required=1),
    "share": anomaly(fired_by_share=True, window_matched=7, consecutive_count=7, **SHARE),
    "consecutive with share": anomaly(**SHARE, confidence_upper=None),
    "recovery": anomaly(is_recovery=True, direction="none", severity=0.0, **FULL),
    "recovery without incident": anomaly(
        is_recovery=True, direction="none", severity=0.0, consecutive_count=0,
        onset_timestamp=None, confidence_lower=None, confidence_upper=None),
    "no data": {
        "metric_name": "orders_total", "timestamp": T, "timezone": "UTC", "value": None,
        "confidence_lower": None, "confidence_upper": None, "detector_name": "no_data",
        "detector_params": "", "direction": "none", "severity": 0.0, "consecutive_count": 0,
        "is_no_data": True, "interval_seconds": 86400, **FULL,
    },
    "error": {
        "metric_name": "orders_total", "timestamp": T, "timezone": "UTC", "value": None,
        "confidence_lower": None, "confidence_upper": None, "detector_name": "pipeline",
        "detector_params": "", "direction": "none", "severity": 0.0, "consecutive_count": 0,
        "is_error": True, "error_type": "ValueError", "error_message": "it <broke> & fell",
        "mentions": ["ann"], "project_name": "shop",
    },
}

TEMPLATE = "{metric_name} is {value} ({status}), {{really}}: {timestamp} {duration_display}|{rule_display}"

TEMPLATES = [
    "{value:.2f}", "{value:10.3e}|{value:<12g}|{value:^+14,.1f}|{value:%}|{value}",
    "{severity:.0f} {severity:05.1f} {severity:G} {severity:.3}", "{consecutive_count:03d}",
    "{consecutive_count:+,}", "{consecutive_count:.1f}", "{metric_name:>20}|{metric_name:*^20.6}|",
    "{metric_name!r} {value!s:>9}", "{confidence_lower}", "{confidence_lower:.1f}",
    "{streak_capped} {streak_capped:d}", "{window_points} {window_matched}", "{nothing}", "{",
    "}", "{{}}", "{metric_name:d}", "{value:d}", "{detector_count:.2}", "plain", "{value:_.1f}",
    "{timezone}", "{confidence_interval} {expected_range}", "{value:=+12.1f}", "{metric_name:=9}",
    "{severity:e}", "{value:0>9.1f}", "{consecutive_count:x<4}",
]


def data(fields):
    def time(seconds):
        return None if seconds is None else np.datetime64(seconds, "s").astype("datetime64[ms]")

    return AlertData(
        **{**fields, "timestamp": time(fields["timestamp"]),
           "onset_timestamp": time(fields.get("onset_timestamp"))},
        detection_metadata={},
    )


def sent(channel, notice, template):
    kept = {}

    def post(url, data=None, json=None, headers=None, timeout=None, auth=None):
        request = requests.Request("POST", url, data=data, json=json, headers=headers, auth=auth)
        prepared = request.prepare()
        kept["path"] = prepared.path_url
        kept["headers"] = {
            k: v for k, v in prepared.headers.items()
            if k.startswith("X-") or k in ("Authorization", "Content-Type")
        }
        kept["body"] = globals()["json"].loads(prepared.body)
        return mock.Mock()

    with mock.patch("requests.post", post):
        AlertChannelFactory.create_from_config(channel).send(data(notice), template)
    # Over bytes that differ: a test of its own covers it.
    kept["headers"].pop("X-Detectkit-Signature-256", None)
    return kept


def formatted(channel, notice, template):
    try:
        return template.format(**channel.build_context(data(notice)))
    except (KeyError, ValueError, TypeError):
        return None


def main():
    plain = EmailChannel("h", 25, "f@x", ["t@x"])
    plain.format_mentions = lambda mentions: " ".join("@" + m for m in mentions)
    record = {
        "notices": NOTICES,
        "sent": [
            {"channel": c, "notice": name, "template": t, **sent(c, n, t)}
            for c, (name, n), t in itertools.product(CHANNELS, NOTICES.items(), [None, TEMPLATE])
        ],
        "variables": {name: plain.build_context(data(n)) for name, n in NOTICES.items()},
        "formatted": [
            {"notice": name, "template": t, "text": formatted(plain, NOTICES[name], t)}
            for name in ("anomaly with everything", "share", "no data") for t in TEMPLATES
        ],
        "durations": {str(s): format_duration(s) for s in
                      (0, 1, 59, 60, 90, 600, 3599, 3600, 3660, 9000, 86399, 86400, 90000, 90061,
                       86460, 604800, 10**7)},
        "intervals": {str(s): str(Interval(s)) for s in (1, 30, 90, 60, 600, 3600, 5400, 86400, 172800)},
    }
    target = os.path.join(HERE, "..", "resources", "io", "dtkspark", "notify", "notices.json.gz")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as zipped:
        zipped.write(json.dumps(record, ensure_ascii=False).encode())


if __name__ == "__main__":
    main()
