"""Sources that are gone or have changed, asked of a server on this machine."""

import json
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from build_scripts.commands.watch import Source, cited, run, table_rows, watched
from build_scripts.commands.watching import archived, fetch

DAY = date(2026, 11, 29)
COPY = "https://web.archive.org/web/2021/https://news.example.org/2021/jia-yi.html"


def copied(status):
    """What the archive answers of a page it has."""
    closest = {"status": status, "available": True, "url": COPY.replace("https:", "http:", 1), "timestamp": "2021"}
    return json.dumps({"url": "x", "archived_snapshots": {"closest": closest}}).encode()


PAGES = {
    "/same": "<p>到位资金１,２００万元，其中財政资金900万元。</p>".encode(),
    "/changed": "<p>到位资金1300万元</p>".encode(),
    "/gbk": '<meta charset="gb2312"><p>到位资金1200万元</p>'.encode("gb18030"),
    "/no-copy": b'{"url": "x", "archived_snapshots": {}}',
    "/not-a-page": copied("404"),
    "/copy": copied("200"),
    "/report.pdf": b"%PDF-1.7",
    "/script": "<script>1200万元</script>".encode(),
}
LED = {"/led": "/same", "/led-astray": "/changed"}  # to where else


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.rstrip("/")
        self.send_response(302 if path in LED else 200 if path in PAGES else 404)
        self.send_header("Content-Type", "application/pdf" if path.endswith(".pdf") else "text/html")
        if path in LED:
            self.send_header("Location", LED[path])
        self.end_headers()
        self.wfile.write(PAGES.get(path, b""))

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def outcomes(site, *paths):
    """What is seen of pages under a name of their own: an address of a bare machine is no address of a page."""
    name = "https://pages.example.org"

    def fetch_named(url):
        answer = fetch(url.replace(name, site))
        return replace(answer, url=answer.url.replace(site, name))

    sources = [Source("s1", name + path, ("1200万元",)) for path in paths]
    return [(each.outcome, each.missing) for each in watched(sources, fetch_named, lambda seconds: None)]


@pytest.mark.parametrize(
    "path, outcome",
    [
        ("/nowhere", ("gone", 0)),
        ("/changed", ("changed", 1)),
        ("/script", ("changed", 1)),
        ("/led-astray", ("changed", 1)),
        ("/led", ("moved", 0)),
        ("/same", ("answers", 0)),
        ("/same/", ("answers", 0)),
        ("/gbk", ("answers", 0)),
        ("/report.pdf", ("answers", 0)),
    ],
)
def test_a_page_is_held_against_what_was_read_there(site, path, outcome):
    assert outcomes(site, path) == [outcome]


def test_a_server_that_is_not_there_is_said_and_the_next_is_asked(site):
    sources = [Source("a", "http://127.0.0.1:9/", ()), Source("b", site + "/changed", ("1200万元",))]
    assert [(f.source.source_id, f.outcome) for f in watched(sources, fetch, lambda seconds: None)] == [
        ("a", "gone"),
        ("b", "changed"),
    ]


def test_between_two_requests_there_is_a_pause(site):
    waits = []
    list(watched([Source("a", site + "/same", ())] * 3, fetch, waits.append))
    assert waits == [2.0, 2.0, 2.0]


def test_the_prints_of_every_table_are_looked_for(tiny_tables):
    assert [(s.source_id, "1500万元" in s.prints or bool(s.prints)) for s in cited(tiny_tables)] == [("tc21", True)]


def test_what_is_found_is_written_in_both_languages_and_into_the_table(ledger, site, tmp_path):
    ledger.set("sources", "tc21", url=site + "/changed")
    assert run(ledger.root, tmp_path / "watch.md", DAY, lambda url: "") == 1
    told = (tmp_path / "watch.md").read_text(encoding="utf-8")
    assert "1 个来源打不开" in told and "1 sources do not answer" in told and "<code>tc21</code>" in told
    (row,) = ledger.rows("source_watch")[1:]
    assert row[:4] == ["tc21", site + "/changed", "2026-11-29", "changed"] and int(row[4]) > 0 and row[5:] == ["", ""]


@pytest.mark.parametrize(
    "before, found, kept",
    [("", "", ""), ("", COPY, COPY), (COPY, "", COPY)],
    ids=["none", "found", "found before and not today"],
)
def test_an_archived_copy_once_found_is_kept(ledger, before, found, kept):
    url = "https://news.example.org/2021/jia-yi.html"
    ledger.write("source_watch", [ledger.rows("source_watch")[0], ["tc21", url, "2026-11-01", "gone", "", "", before]])
    tables = ledger.read()[1]
    seen = watched(cited(tables), unanswered, lambda seconds: None)
    assert table_rows(seen, tables, DAY, lambda asked: found) == [["tc21", url, "2026-11-29", "gone", "", "", kept]]


def test_an_address_that_answers_is_not_looked_for_in_an_archive(ledger, site):
    ledger.set("sources", "tc21", url=site + "/report.pdf")
    tables = ledger.read()[1]
    asked = []
    (row,) = table_rows(watched(cited(tables), fetch, lambda seconds: None), tables, DAY, asked.append)
    assert row[3] == "answers" and asked == []


@pytest.mark.parametrize(
    "path, copy", [("/nowhere", ""), ("/same", ""), ("/no-copy", ""), ("/not-a-page", ""), ("/copy", COPY)]
)
def test_only_a_copy_that_the_archive_says_it_has_is_taken(site, path, copy):
    assert archived("", site + path) == copy


def unanswered(url):
    raise OSError("no answer")
