"""Answers on this machine as a static host does, for `serve` and for tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
FIRST_PORT, PORTS = 8000, 20
RANGE = re.compile(r"bytes=(?:(\d+)-(\d*)|-(\d+))$")  # from-to, or the last so many


def nothing(_address: str) -> bytes:
    return b""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a folder below `prefix` as a static host does: its own page for what is missing, ranges.

    `fresh` is asked first: an address within the site -> what stands there by now, b"" for what the folder holds.
    """

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".csv": "text/csv; charset=utf-8",
        ".yaml": "application/yaml",
        ".atom": "application/atom+xml",
        ".bib": "application/x-bibtex",
        ".ics": "text/calendar",
        ".jsonld": "application/ld+json",
        ".ndjson": "application/x-ndjson",
        ".parquet": "application/vnd.apache.parquet",
        ".ris": "application/x-research-info-systems",
        ".sqlite": "application/vnd.sqlite3",
        ".ttl": "text/turtle",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }

    def __init__(self, *args, prefix: str = "/", fresh: Callable[[str], bytes] = nothing, **rest):
        self.prefix, self.fresh = prefix, fresh
        super().__init__(*args, **rest)

    def do_GET(self) -> None:
        address = unquote(urlsplit(self.path).path).removeprefix(self.prefix)
        address += "index.html" if address.endswith("/") or not address else ""
        if content := self.fresh(address):
            self.send_content(HTTPStatus.OK, self.guess_type(address), content)
        else:
            super().do_GET()

    def send_content(self, code: int, media_type: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def translate_path(self, path: str) -> str:
        """The file of an address; an address outside the prefix leads nowhere."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_head(self):
        """Parts of files, which browsers ask for when they read a table without loading all of it."""
        asked = RANGE.match(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if not asked or not path.is_file():
            return super().send_head()
        size = path.stat().st_size
        first = max(0, size - int(asked[3])) if asked[3] else int(asked[1])
        last = min(int(asked[2] or size - 1), size - 1)
        if first > last:
            self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return None
        file = path.open("rb")
        file.seek(first)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        self.bytes_left = last - first + 1
        return file

    def copyfile(self, source, outputfile) -> None:
        """Sends the part that send_head announced, or the whole file."""
        left = self.__dict__.pop("bytes_left", None)
        if left is None:
            super().copyfile(source, outputfile)
            return
        while left > 0 and (chunk := source.read(min(left, 65536))):
            outputfile.write(chunk)
            left -= len(chunk)

    def send_error(self, code, message=None, explain=None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_content(code, "text/html; charset=utf-8", page.read_bytes())

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def log_message(self, *_args) -> None:
        """Says nothing: the builds are what one wants to read."""


def open_server(
    folder: Path, port: int = 0, prefix: str = "/", fresh: Callable[[str], bytes] = nothing
) -> ThreadingHTTPServer:
    """Returns a server of the folder on 127.0.0.1; port 0 is any free one. Raises OSError."""
    return ThreadingHTTPServer((HOST, port), partial(SiteHandler, directory=str(folder), prefix=prefix, fresh=fresh))


def open_first_free(folder: Path, fresh: Callable[[str], bytes] = nothing) -> ThreadingHTTPServer:
    """Returns a server on the first free port from 8000 on."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        try:
            return open_server(folder, port, fresh=fresh)
        except OSError:
            continue
    return open_server(folder, fresh=fresh)
