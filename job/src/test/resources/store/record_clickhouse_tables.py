"""Records the statements with which detectkit 0.67.2 makes its databases and tables on ClickHouse.

Run with the Python that has detectkit 0.67.2; its driver for ClickHouse is not needed:
    python record_clickhouse_tables.py > clickhouse-tables.sql

Statements end with a line that holds a semicolon. INTERNAL and DATA stand for the databases.
"""

from types import SimpleNamespace

from detectkit.database.clickhouse_manager import ClickHouseDatabaseManager
from detectkit.database.internal_tables import InternalTablesManager


def record(statement, *_, **__):
    if not statement.lstrip().startswith("SELECT"):
        print(statement, ";", sep="\n")
    return [], []


manager = object.__new__(ClickHouseDatabaseManager)
manager._internal_database = "INTERNAL"
manager._data_database = "DATA"
manager._client = SimpleNamespace(execute=record, disconnect=lambda: None)
manager._ensure_databases()
InternalTablesManager(manager).ensure_tables()
