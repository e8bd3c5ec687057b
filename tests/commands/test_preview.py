"""While the site is built again, `serve` shows single pages as the build will publish them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from build_scripts.build import build
from build_scripts.commands.preview import Preview, answer
from build_scripts.commands.serve import Desk, Worker
from build_scripts.publish.publish import publish
from build_scripts.publish.serve import open_server
from tests.conftest import copy_of_tiny

PROGRAM = Path(__file__).parents[2]
TODAY = date(2022, 1, 1)
PAIRING = "pairings/ew1-jia-yi.html"
PAGES = [  # of each kind one, in one language or the other
    *("index.html", "en/pairings/index.html", PAIRING, "en/places/990000.html", "about.html", "en/gaps-ew1.html"),
    *("en/projects/ta18-chayuan.html", "sources/ta18.html", "en/measures/index.html", "charts/index.html"),
    *("en/audit.html", "explorer.html", "search.html", "en/glossary.html", "account.html", "counties/990000.html"),
]
BEFORE, AFTER = "到位资金合计", "到位资金总计"  # the label of a row of money


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """The tiny ledger with the hand-written pages, published."""
    root = copy_of_tiny(tmp_path_factory.mktemp("preview"))
    for name in ("docs/zh", "docs/en"):
        shutil.copytree(PROGRAM / name, root / name, dirs_exist_ok=True)
    publish(root, TODAY, partial(build, root, TODAY, root / "build" / "cache"))
    return root


@pytest.fixture
def changed(root) -> Iterator[Path]:
    """The same with another label of a row of money, not built again."""
    table = root / "datasets" / "funds.csv"
    before = table.read_text(encoding="utf-8")
    table.write_text(before.replace(BEFORE, AFTER), encoding="utf-8")
    yield root
    table.write_text(before, encoding="utf-8")


@pytest.fixture(scope="module")
def preview(root) -> Preview:
    return Preview(root, TODAY)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_alone_has_the_bytes_of_the_published_one(root, preview, address):
    published = (root / "site" / address).read_bytes()
    assert preview.page(address, is_data=True) == published
    assert preview.page(address, is_data=False) == published


def test_the_page_of_downloads_is_left_as_it_was_built(preview):
    assert preview.page("data/index.html", is_data=True) == b""
    assert preview.page("pairings/nowhere.html", is_data=True) == b""


@pytest.mark.parametrize("address", ["../outside.html", "en/../../outside.html", "OUTSIDE"])
def test_an_address_outside_the_site_leads_nowhere(root, preview, address):
    outside = root / "docs" / "outside.md"
    outside.write_text("---\ntitle: outside\n---\n\nwords\n", encoding="utf-8")
    asked = outside.with_suffix(".html").as_posix() if address == "OUTSIDE" else address
    try:
        assert preview.page(asked, is_data=False) == b""
    finally:
        outside.unlink()


def test_a_changed_cell_is_on_the_page_before_the_site_is_built_again(changed):
    desk = Desk(changed, TODAY)
    server = open_server(changed / "site", fresh=desk.fresh)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert BEFORE in read(server.server_port) and AFTER not in read(server.server_port)
        desk.note({"datasets/funds.csv"})
        assert AFTER in read(server.server_port) and BEFORE not in read(server.server_port)
        assert BEFORE in (changed / "site" / PAIRING).read_text(encoding="utf-8")
        desk.caught_up()
        assert BEFORE in read(server.server_port)  # from now on the folder holds all there is
    finally:
        server.shutdown()
        server.server_close()
        desk.close()


def read(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", f"/{PAIRING}")
    return connection.getresponse().read().decode()


def test_a_page_of_data_that_do_not_pass_the_checks_stays_as_it_was(changed):
    table = changed / "datasets" / "funds.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("mixed,received", "mixed,recieved", 1), encoding="utf-8")
    assert answer(Preview(changed, TODAY), {"address": PAIRING, "is_data": True}) == b""


def test_a_change_of_the_frame_alone_waits_for_no_data(root):
    desk = Desk(root, TODAY)
    try:
        desk.changed = {"docs/theme/main.html", "mkdocs.yml"}
        assert not desk.is_data_changed
        desk.changed.add("datasets/funds.csv")
        assert desk.is_data_changed
    finally:
        desk.close()


def test_a_worker_that_was_stopped_answers_nothing(root):
    worker = Worker(root, TODAY)
    worker.stop()
    assert worker.ask(PAIRING, is_data=False) == b""
