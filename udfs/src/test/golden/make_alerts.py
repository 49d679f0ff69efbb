"""Records what the alert decisions of detectkit 0.67.2 are for seeded random detections and rules,
as ../resources/golden/alerts.txt.gz.

    pip install detectkit==0.67.2 && python make_alerts.py

One scenario is the detections of one metric; each of its rules is replayed over the whole period,
and asked live at some moments with some state. Lines, fields separated by tabs, times in seconds:

    scenario  interval
    row       time id name stored value lower upper anomaly direction severity   (- = NULL)
    missing   time                          a datapoint without a value
    rule      min_detectors direction consecutive window share cooldown reset recovery no_data
    replay    from last                     followed by the events of the replay
    live      now last last_alert last_recovery    followed by at most one event
    event     at kind ...                   see event() below
"""

import gzip
import io
import os
import random
from datetime import datetime, timedelta
from types import SimpleNamespace

import numpy as np
from detectkit.alerting.orchestrator import AlertConditions, AlertOrchestrator
from detectkit.alerting.orchestrator import _cooldown
from detectkit.alerting.orchestrator._types import hydrate_detection_records
from detectkit.core.interval import Interval

EPOCH = datetime(1970, 1, 1)
START = 1_700_000_000 // 3600 * 3600
HERE = os.path.dirname(os.path.abspath(__file__))


def moment(seconds):
    return EPOCH + timedelta(seconds=seconds)


def seconds(value):
    if isinstance(value, np.datetime64):
        value = value.astype("datetime64[ms]").astype(datetime)
    return round((value.replace(tzinfo=None) - EPOCH).total_seconds())


def cell(value):
    return "-" if value is None else repr(value) if isinstance(value, float) else str(value)


class Stored:
    """The tables, as far as the orchestrator reads them."""

    def __init__(self, rows, missing, state):
        self.rows, self.missing, self.state = rows, missing, state

    def get_recent_detections(self, metric_name, last_point, num_points, created_after=None):
        last = seconds(last_point)
        times = {
            r["time"]
            for r in self.rows
            if r["time"] <= last
            and (created_after is None or r["stored"] > seconds(created_after))
        }
        newest = sorted(times, reverse=True)[:num_points]
        grouped = []
        for time in newest:
            at = sorted((r for r in self.rows if r["time"] == time), key=lambda r: r["id"])
            grouped.append(
                {
                    "timestamp": moment(time),
                    "detector_ids": [r["id"] for r in at],
                    "detector_names": [r["name"] for r in at],
                    "detector_params_list": [r["id"] + "!" for r in at],
                    "detection_metadata_list": [
                        {"direction": r["direction"], "severity": r["severity"]} for r in at
                    ],
                    "is_anomaly_flags": [r["anomaly"] for r in at],
                    "confidence_lowers": [r["lower"] for r in at],
                    "confidence_uppers": [r["upper"] for r in at],
                    "value": at[0]["value"],
                }
            )
        return grouped

    def get_last_alert_timestamp(self, metric_name, alert_config_id):
        return self.state[0]

    def get_last_recovery_timestamp(self, metric_name, alert_config_id):
        return self.state[1]

    def get_value_at(self, metric_name, point):
        return None if seconds(point) in self.missing else 1.0


def scenario(rnd, points):
    step = rnd.choice([60, 600, 3600])
    ids = rnd.sample("abcdefgh", rnd.choice([1, 1, 2, 3, 4]))
    names = {i: rnd.choice(["MADDetector", "ZScoreDetector", "IQRDetector"]) for i in ids}
    calm = rnd.choice([0.05, 0.3, 0.6, 0.9])
    turn = rnd.choice([0.02, 0.1, 0.3])
    loud, direction, rows = False, "above", []
    for n in range(points):
        loud = loud != (rnd.random() < turn)
        direction = rnd.choice(["above", "below", None]) if rnd.random() < 0.2 else direction
        if rnd.random() < 0.04:
            continue
        # A grid that was moved leaves points between the steps.
        time = START + n * step + (step // 2 if rnd.random() < 0.01 else 0)
        value = None if rnd.random() < 0.05 else round(rnd.uniform(0, 100), 3)
        for i in sorted(ids):
            if rnd.random() < 0.05:
                continue
            anomaly = rnd.random() < (1 - calm / 3 if loud else calm / 4)
            own = rnd.choice(["above", "below"]) if rnd.random() < 0.15 else direction
            banded = rnd.random() > 0.1
            rows.append(
                {
                    "time": time,
                    "id": i,
                    "name": names[i],
                    "stored": time + rnd.randrange(step, 4 * step),
                    "value": value,
                    "lower": round(rnd.uniform(0, 40), 3) if banded and rnd.random() < 0.8 else None,
                    "upper": round(rnd.uniform(60, 99), 3) if banded else None,
                    "anomaly": anomaly,
                    "direction": own,
                    "severity": rnd.choice([None, 1.0, 2.5, 2.5, 4.0, round(rnd.uniform(0, 9), 2)]),
                }
            )
    missing = {START + n * step for n in range(points) if rnd.random() < 0.05}
    return step, points, rows, missing


def rule(rnd, step):
    window = rnd.choice([None, None, 4, 10, 25])
    return {
        "min_detectors": rnd.choice([1, 1, 2, 3]),
        "direction": rnd.choice(["same", "same", "any", "up", "down"]),
        "consecutive": rnd.choice([1, 2, 3, 5]),
        "window": window and window * step,
        "share": window and rnd.choice([0.2, 0.3, 0.5, 0.75, 1.0]),
        "cooldown": rnd.choice([None, None, 2, 5, 20]),
        "reset": rnd.random() < 0.6,
        "recovery": rnd.random() < 0.7,
        "no_data": rnd.random() < 0.3,
    }


def orchestrator(rules, step, internal):
    config = SimpleNamespace(
        min_detectors=rules["min_detectors"],
        direction=rules["direction"],
        consecutive_anomalies=rules["consecutive"],
        anomaly_window=rules["window"],
        min_anomaly_share=rules["share"],
        alert_cooldown=rules["cooldown"] and rules["cooldown"] * step,
        cooldown_reset_on_recovery=rules["reset"],
        notify_on_recovery=rules["recovery"],
        no_data_alert=rules["no_data"],
    )
    return AlertOrchestrator(
        metric_name="m",
        interval=Interval(step),
        alert_config_id="c",
        conditions=AlertConditions.from_alert_config(config, step),
        internal=internal,
        alert_config=config,
    )


def event(at, kind, alert):
    fields = [at, kind, seconds(alert.timestamp)]
    if kind != "no_data":
        fields += [
            cell(alert.value),
            cell(alert.confidence_lower),
            cell(alert.confidence_upper),
            alert.detector_params.replace(" ", ""),
            alert.direction,
            cell(float(alert.severity)),
            alert.consecutive_count,
            "-" if alert.onset_timestamp is None else seconds(alert.onset_timestamp),
            int(alert.streak_capped),
            alert.window_matched or 0,
            int(alert.fired_by_share),
        ]
    return ["event", *fields]


def decide(block, rules, last):
    """The order of the alert step: no data, anomaly, recovery."""
    fires, alert = block.should_alert_no_data(moment(last))
    if fires:
        return "no_data", alert
    rows = block.internal.get_recent_detections("m", moment(last), block.conditions.lookback_points)
    if not rows:
        return None
    recent = hydrate_detection_records(rows)
    fires, alert = block.should_alert(recent)
    if fires:
        return "anomaly", alert
    if rules["recovery"]:
        fires, alert = block.should_send_recovery(recent)
        if fires:
            return "recovery", alert
    return None


def live(rnd, write, step, points, rows, missing, rules):
    now = START + rnd.randrange(0, (points + 5) * step)
    last = now // step * step - step
    alerted = rnd.choice([None, now - rnd.randrange(1, 30 * step)])
    recovered = alerted and rnd.choice([None, alerted - step, alerted, alerted + step])
    state = (alerted and moment(alerted), recovered and moment(recovered))
    block = orchestrator(rules, step, Stored([r for r in rows if r["stored"] <= now], missing, state))
    block.get_last_complete_point = lambda: moment(last)
    _cooldown.now_utc_naive = lambda: moment(now)
    write("live", now, last, cell(alerted), cell(recovered))
    found = decide(block, rules, last)
    if found:
        write(*event(now, *found))


def replay(write, step, points, rows, missing, rules):
    stored = Stored(rows, missing, (None, None))
    records = hydrate_detection_records(stored.get_recent_detections("m", moment(2**33), 10**6))
    times = [START + n * step for n in range(points + 3)]
    values = {np.datetime64(moment(t), "ms"): None if t in missing else 1.0 for t in times}
    first, last = times[len(times) // 5], times[-1]
    write("replay", first, last)
    block = orchestrator(rules, step, None)
    for found in block.replay(records, values, moment(first), moment(last)):
        write(*event(seconds(found.timestamp), found.kind, found.alert_data))


def main():
    rnd = random.Random(67)
    out = io.StringIO()

    def write(*fields):
        out.write("\t".join(str(f) for f in fields) + "\n")

    for number in range(250):
        step, points, rows, missing = scenario(rnd, rnd.choice([12, 40, 90]))
        if number % 50 == 0:
            # A streak that nobody sees the beginning of.
            points = 1100
            rows = [
                {**rows[0], "time": START + n * step, "stored": START + n * step + 1,
                 "anomaly": 20 < n, "direction": "above", "severity": 1.0 + n % 7}
                for n in range(points)
            ]
        write("scenario", step)
        for r in rows:
            flags = [cell(r[k]) for k in ("value", "lower", "upper")]
            told = {"above": "up", "below": "down", None: "none"}[r["direction"]]
            told = told if r["anomaly"] else "none"
            write(
                "row", r["time"], r["id"], r["name"], r["stored"], *flags, int(r["anomaly"]), told,
                r["severity"] or 0.0,
            )
        for time in sorted(missing):
            write("missing", time)
        for _ in range(6):
            rules = rule(rnd, step)
            write("rule", *(cell(v if not isinstance(v, bool) else int(v)) for v in rules.values()))
            replay(write, step, points, rows, missing, rules)
            for _ in range(4):
                live(rnd, write, step, points, rows, missing, rules)
    target = os.path.join(HERE, "..", "resources", "golden", "alerts.txt.gz")
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as zipped:
        zipped.write(out.getvalue().encode())


if __name__ == "__main__":
    main()
