"""Records the tables that detectkit creates on PostgreSQL and MariaDB, as the servers describe them.

    pip install 'detectkit[postgres,mysql]==0.67.2'
    scripts/test-servers start DIR; . DIR/env
    python record_server_tables.py

writes postgres-tables.txt and mysql-tables.txt beside this script.
"""

import os
from pathlib import Path
from urllib.parse import urlparse

from detectkit.database.internal_tables import InternalTablesManager
from detectkit.database.mysql_manager import MySQLDatabaseManager
from detectkit.database.postgres_manager import PostgresDatabaseManager

HERE = Path(__file__).resolve().parent
INTERNAL, DATA = "dtk_recorded", "dtk_recorded_data"


def server(variable):
    url = urlparse(os.environ[variable])
    return {"host": url.hostname, "port": url.port, "user": url.username, "password": url.password}, url.path[1:]


def record(manager, file, queries):
    InternalTablesManager(manager).ensure_tables()
    lines = []
    for query in queries:
        for row in manager.execute_query(query.replace("INTERNAL", INTERNAL)):
            lines.append("|".join("NULL" if v is None else str(v) for v in row.values()))
    (HERE / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def queries(dialect):
    text = (HERE / f"{dialect}-tables.sql").read_text(encoding="utf-8")
    return [query.strip() for query in text.split(";") if query.strip()]


def main():
    login, database = server("DTK_TEST_POSTGRES_URL")
    postgres = PostgresDatabaseManager(**login, database=database, internal_schema=INTERNAL, data_schema=DATA)
    try:
        record(postgres, "postgres-tables.txt", queries("postgres"))
    finally:
        for schema in (INTERNAL, DATA):
            postgres.execute_query(f"DROP SCHEMA {schema} CASCADE")
    login, _ = server("DTK_TEST_MYSQL_URL")
    mysql = MySQLDatabaseManager(**login, internal_database=INTERNAL, data_database=DATA)
    try:
        record(mysql, "mysql-tables.txt", queries("mysql"))
    finally:
        for schema in (INTERNAL, DATA):
            mysql.execute_query(f"DROP DATABASE {schema}")


if __name__ == "__main__":
    main()
