"""The server on this machine answers as a static host does."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from build_scripts.publish.serve import open_server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "404.html").write_text("missing")
    (tmp_path / "rows.parquet").write_bytes(b"0123456789")
    (tmp_path / "search.js").write_text("")
    server = open_server(tmp_path, prefix="/ledger/")
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def ask(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    return response, response.read()


def test_a_missing_address_gets_the_sites_own_page(port):
    response, body = ask(port, "/ledger/nothing.html")
    assert (response.status, body) == (404, b"missing")


def test_an_address_outside_the_prefix_leads_nowhere(port):
    assert ask(port, "/index.html")[0].status == 404
    assert ask(port, "/ledger/index.html")[1] == b"home"


@pytest.mark.parametrize(
    ("asked", "body", "range_"),
    [
        ("bytes=2-4", b"234", "bytes 2-4/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=8-99", b"89", "bytes 8-9/10"),
    ],
)
def test_a_part_of_a_file_is_sent_alone(port, asked, body, range_):
    response, sent = ask(port, "/ledger/rows.parquet", Range=asked)
    assert (response.status, sent, response.headers["Content-Range"]) == (206, body, range_)


def test_a_part_beyond_the_end_is_refused(port):
    assert ask(port, "/ledger/rows.parquet", Range="bytes=10-12")[0].status == 416


def test_scripts_are_sent_as_scripts(port):
    assert ask(port, "/ledger/search.js")[0].headers["Content-Type"] == "text/javascript"
