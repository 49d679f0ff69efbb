"""The stores of detectkit 0.67.2, measured on the rows that StoreRate stored."""

from datetime import datetime, timedelta

import numpy as np
from detectkit.database.internal_tables import InternalTablesManager

METRIC = "taxi"
# It may take a statement per row: these of each table are enough.
ROWS = 20_000
# What a run of it saves at once, unless configured.
DATAPOINT_BATCH = 10_000
DETECTION_BATCH = 1_000
DETECTION_COLUMNS = {"timestamp": "datetime64[ms]", "is_anomaly": bool, "confidence_lower": float,
                     "confidence_upper": float, "value": float, "processed_value": float,
                     "detection_metadata": object}


def postgres(url, location):
    from detectkit.database.postgres_manager import PostgresDatabaseManager
    return PostgresDatabaseManager(**login(url), internal_schema=location, data_schema=location)


def mysql(url, location):
    from detectkit.database.mysql_manager import MySQLDatabaseManager
    return MySQLDatabaseManager(**login(url), internal_database=location, data_database=location)


def login(url):
    return {"host": url.hostname, "port": url.port, "user": url.username, "password": url.password,
            "database": url.path[1:]}


class Original:
    """Reads the tables that ours filled, and writes their first rows to tables of its own."""

    def __init__(self, stored, own):
        self.connections = (stored, own)
        self.stored, self.own = map(InternalTablesManager, self.connections)
        end = datetime(1970, 1, 1) + timedelta(minutes=ROWS)
        self.datapoints = self.stored.load_datapoints(METRIC, to_timestamp=end)
        self.seasonality = self.datapoints.pop("seasonality_columns")
        rows = self.stored.load_detections(METRIC, to_timestamp=end)
        self.detections = {name: np.array([row[name] for row in rows], kind)
                           for name, kind in DETECTION_COLUMNS.items()}
        self.detector = [rows[0][name] for name in ("detector_id", "detector_name")]
        self.parameters = rows[0]["detector_params"]
        self.own.ensure_tables()

    def rows(self):
        return len(self.datapoints["timestamp"]) + len(self.detections["timestamp"])

    def write(self):
        for batch in batches(self.datapoints, DATAPOINT_BATCH):
            self.own.save_datapoints(METRIC, batch, 60, self.seasonality)
        for batch in batches(self.detections, DETECTION_BATCH):
            self.own.save_detections(METRIC, *self.detector, batch, self.parameters)

    def read(self):
        self.stored.load_datapoints(METRIC)

    def close(self):
        for connection in self.connections:
            connection.close()


def batches(columns, size):
    for start in range(0, len(columns["timestamp"]), size):
        yield {name: values[start:start + size] for name, values in columns.items()}
