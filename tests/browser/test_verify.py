"""Prove it yourself: the reader's own text against the rows that the ledger took from it, without sending it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TINY_LEDGER

TEXT = TINY_LEDGER / "texts" / "jia-yi-2018.txt"


@pytest.fixture
def prove(open_page, site):
    """Drops bytes on the page and returns what it answers; `asked` is the source that the address names."""

    def dropping(content: bytes, asked: str = ""):
        page = open_page(f"{site}en/verify.html" + (f"?source={asked}" if asked else ""))
        sent = []
        page.on("request", lambda r: sent.append((r.method, r.url.rpartition("/")[2], r.post_data)))
        page.locator("input[type=file]").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": content})
        answer = page.locator("form.verify output")
        expect(answer).not_to_be_empty()
        return answer, sent

    return dropping


def test_the_text_that_was_read_proves_every_row(prove):
    answer, sent = prove(TEXT.read_bytes())
    expect(answer).to_contain_text("35 rows: 35 found where the ledger says, 0 elsewhere, 0 not found.")
    expect(answer).to_contain_text("The SHA-256 is the same")
    assert [each for each in sent if "favicon" not in each[1]] == [("GET", "ta18.json", None)]


def test_one_changed_figure_is_found(prove):
    changed = TEXT.read_text(encoding="utf-8").replace("480万元", "490万元").encode()
    answer, _ = prove(changed, asked="ta18")
    expect(answer).to_contain_text("The SHA-256 differs")
    expect(answer.locator(".verify--missing q")).to_have_text(["480万元"])


def test_a_character_put_in_front_moves_all_that_follows_even_one_of_two_units(prove):
    answer, _ = prove(("𠮷" + TEXT.read_text(encoding="utf-8")).encode(), asked="ta18")
    expect(answer).to_contain_text("35 rows: 0 found where the ledger says, 35 elsewhere, 0 not found.")


def test_a_text_that_was_never_read_is_said_to_be_one(prove):
    answer, sent = prove("别的文件".encode())
    expect(answer).to_contain_text("which no text of the ledger has")
    assert [each for each in sent if "favicon" not in each[1]] == []
