"""Sources that are gone or have changed, asked of a server on this machine."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from build_scripts.commands.watch import Source, cited, fetch, run, watched

PAGES = {
    "/same": "<p>到位资金１,２００万元，其中財政资金900万元。</p>".encode(),
    "/changed": "<p>到位资金1300万元</p>".encode(),
    "/gbk": '<meta charset="gb2312"><p>到位资金1200万元</p>'.encode("gb18030"),
    "/script": "<script>1200万元</script>".encode(),
}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path in PAGES
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(PAGES.get(self.path, b""))

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    "path, kinds",
    [("/same", []), ("/gbk", []), ("/changed", ["changed"]), ("/script", ["changed"]), ("/nowhere", ["gone"])],
)
def test_a_page_is_held_against_what_was_read_there(site, path, kinds):
    source = Source("s1", site + path, ("1200万元",))
    assert [finding.kind for finding in watched([source], fetch, lambda seconds: None)] == kinds


def test_a_server_that_is_not_there_is_said_and_the_next_is_asked(site):
    sources = [Source("a", "http://127.0.0.1:9/", ()), Source("b", site + "/changed", ("1200万元",))]
    assert [(f.source.source_id, f.kind) for f in watched(sources, fetch, lambda seconds: None)] == [
        ("a", "gone"),
        ("b", "changed"),
    ]


def test_between_two_requests_there_is_a_pause(site):
    waits = []
    list(watched([Source("a", site + "/same", ())] * 3, fetch, waits.append))
    assert waits == [2.0, 2.0, 2.0]


def test_the_prints_of_every_table_are_looked_for(tiny_root):
    assert [(s.source_id, "1500万元" in s.prints or bool(s.prints)) for s in cited(tiny_root)] == [("tc21", True)]


def test_what_is_found_is_written_in_both_languages(ledger, site, tmp_path):
    ledger.set("sources", "tc21", url=site + "/changed")
    assert run(ledger.root, tmp_path / "watch.md") == 1
    told = (tmp_path / "watch.md").read_text(encoding="utf-8")
    assert "1 个来源打不开" in told and "1 sources do not answer" in told and "<code>tc21</code>" in told
