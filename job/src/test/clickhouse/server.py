"""A ClickHouse server for tests: the real engine (chdb-core, in this process) behind the part of
ClickHouse's HTTP interface that its Java client uses.

    python server.py --data DIR --pid-file FILE --port-file FILE --user USER --password PASSWORD

Each request has an engine connection of its own, so settings and the current database do not leak
from one to the next. What a request changes is stored when it is answered; results are built as a
whole before they are sent. No clusters, no roles, one user.
"""

import argparse
import base64
import json
import os
import re
import signal
import struct
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import lz4.block
from chdb.state.sqlitelike import Connection
from clickhouse_cityhash.cityhash import CityHash128

PIECE = 1 << 20

# Parameters of the interface; every other one is a setting of the engine.
INTERFACE = {"query", "query_id", "database", "default_format", "wait_end_of_query", "user", "password",
             "compress", "decompress"}
PARAMETER = "param_"

# Of a compressed block.
LZ4, BLOCK_HEAD, CHECKSUM = 0x82, 9, 16

INSERT_WITH_DATA = re.compile(r"\s*(INSERT\s.*)\sFORMAT\s+(\w+)\s*", re.IGNORECASE | re.DOTALL)
ERROR_CODE = re.compile(r"Code: (\d+)\. ")

ACCESS_ERRORS = {192, 193, 194, 497, 516}
NOT_FOUND_ERRORS = {46, 50, 60, 81, 115}
WRONG_REQUEST_ERRORS = {6, 26, 27, 36, 38, 41, 43, 44, 47, 53, 57, 62, 72, 73}


class ServerError(Exception):
    """What the engine reports: ``Code: 60. DB::Exception: ...``"""

    def __init__(self, text):
        found = ERROR_CODE.search(text)
        self.code = int(found.group(1)) if found else 1002
        self.text = text[found.start():] if found else "Code: 1002. DB::Exception: " + text
        super().__init__(self.text)

    @property
    def status(self):
        if self.code in ACCESS_ERRORS:
            return 403
        if self.code in NOT_FOUND_ERRORS:
            return 404
        return 400 if self.code in WRONG_REQUEST_ERRORS else 500


class Engine:
    def __init__(self, path):
        self.path = path
        self.anchor = Connection(path)  # keeps the engine running between requests
        self.timezone = self.anchor._conn.query("SELECT timezone()", "TabSeparated").bytes().decode().strip()
        self.anchor._conn.query("CREATE DATABASE IF NOT EXISTS default", "Null")

    def run(self, call):
        """The result of a call as bytes, and how many rows it wrote."""
        connection = Connection(self.path)
        try:
            prepare(connection._conn, call)
            insert = INSERT_WITH_DATA.fullmatch(call.query) if call.data else None
            if insert:
                return b"", write(connection, insert.group(1), insert.group(2), call.data)
            result = connection._conn.query(call.query, call.format, params=call.parameters)
            return result.bytes(), result.rows_written()
        except Exception as error:  # the engine raises RuntimeError and others
            raise ServerError(str(error)) from error
        finally:
            connection.close()

    def close(self):
        self.anchor.close()


def prepare(engine, call):
    if call.database and call.database != "default":
        engine.query("USE `%s`" % escaped(call.database, "`"), "Null")
    if call.settings:
        values = ["%s='%s'" % (name, escaped(value, "'")) for name, value in call.settings.items()]
        engine.query("SET " + ", ".join(values), "Null")


def write(connection, statement, data_format, data):
    insert = connection.send_insert(statement, data_format)
    try:
        view = memoryview(data)
        for start in range(0, len(view), PIECE):
            insert.append(view[start:start + PIECE])
        return insert.finish().rows_written
    except BaseException:
        insert.cancel()
        raise


def escaped(text, quote):
    return text.replace("\\", "\\\\").replace(quote, "\\" + quote)


def compressed(data):
    """Blocks of LZ4, each behind its checksum, method and lengths."""
    blocks = []
    for start in range(0, len(data), PIECE):
        raw = data[start:start + PIECE]
        packed = lz4.block.compress(raw, store_size=False)
        block = struct.pack("<BII", LZ4, len(packed) + BLOCK_HEAD, len(raw)) + packed
        checksum = CityHash128(block)
        blocks += [struct.pack("<QQ", checksum >> 64, checksum & (2 ** 64 - 1)), block]
    return b"".join(blocks)


def decompressed(data):
    raw, start = [], CHECKSUM
    while start < len(data):
        method, size, raw_size = struct.unpack_from("<BII", data, start)
        if method != LZ4:
            raise ServerError("Code: 89. DB::Exception: Unknown compression method %d" % method)
        packed = data[start + BLOCK_HEAD:start + size]
        raw.append(lz4.block.decompress(packed, uncompressed_size=raw_size))
        start += size + CHECKSUM
    return b"".join(raw)


class Call:
    """One request: the statement, what it runs under, and data to insert."""

    def __init__(self, url, headers, body):
        given = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
        if given.get("decompress") == "1" and body:
            body = decompressed(body)
        in_url = given.get("query")
        self.query = in_url if in_url else body.decode()
        self.data = body if in_url else b""
        self.compress = given.get("compress") == "1"
        self.id = given.get("query_id") or str(uuid.uuid4())
        self.database = given.get("database") or headers.get("X-ClickHouse-Database")
        self.format = given.get("default_format") or headers.get("X-ClickHouse-Format") or "TabSeparated"
        self.parameters = {n[len(PARAMETER):]: v for n, v in given.items() if n.startswith(PARAMETER)}
        self.settings = {
            n: v for n, v in given.items() if n not in INTERFACE and not n.startswith(PARAMETER)
        }


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def do_GET(self):
        self.answer(200, b"Ok.\n", {})

    def do_POST(self):
        body = self.body()  # read in any case: the connection goes on
        try:
            self.authenticate()
            call = Call(self.path, self.headers, body)
            result, written = self.server.engine.run(call)
            summary = {"written_rows": str(written), "result_bytes": str(len(result))}
            self.answer(200, compressed(result) if call.compress else result, {
                "X-ClickHouse-Query-Id": call.id,
                "X-ClickHouse-Format": call.format,
                "X-ClickHouse-Timezone": self.server.engine.timezone,
                "X-ClickHouse-Summary": json.dumps(summary),
            })
        except ServerError as error:
            self.answer(error.status, error.text.encode(), {"X-ClickHouse-Exception-Code": str(error.code)})

    def authenticate(self):
        login = base64.b64encode(self.server.login.encode()).decode()
        if self.headers.get("Authorization") != "Basic " + login:
            raise ServerError("Code: 516. DB::Exception: Authentication failed: password is incorrect, "
                              "or there is no user with such name. (AUTHENTICATION_FAILED)")

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        pieces = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(pieces)

    def answer(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address, engine, login):
        super().__init__(address, Handler)
        self.engine = engine
        self.login = login


def write_file(name, content):
    """Whoever waits for the file finds it complete."""
    with open(name + ".new", "w") as file:
        file.write(str(content))
    os.replace(name + ".new", name)


def main():
    options = argparse.ArgumentParser()
    for name in ("data", "pid-file", "port-file", "user", "password"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--port", type=int, default=0, help="0: any that is free")
    given = options.parse_args()
    engine = Engine(given.data)
    server = Server(("127.0.0.1", given.port), engine, given.user + ":" + given.password)
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    write_file(given.pid_file, os.getpid())
    write_file(given.port_file, server.server_address[1])
    server.serve_forever()
    server.server_close()
    engine.close()


if __name__ == "__main__":
    main()
