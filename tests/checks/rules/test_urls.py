"""Only plain web addresses are linked."""

import pytest

from build_scripts.checks.rules import urls


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "ftp://example.org/a",
        "https://",
        "//example.org/a",
        "https://a:b@example.org/",
        "http://[1",
        "https://evil.invalid\\.example.org/x",
        "https://example.org\\@evil.invalid/",
        "https://example.org@evil.invalid/",
        "https://exa\tmple.org/",
        "https://example.org/a b",
        "https://xn--exmple-4nf.org/",
        "https://ex\u0430mple.org/",
        "https://ｅxample.org/",
        "https://example%2eorg/",
        "https://example",
        "https:///example.org/",
        "HTTPS:example.org",
        "http://127.0.0.1/a",
        "http://169.254.169.254/latest",
        "http://127.1/",
        "http://example.0x7f/",
        "https://example.org:65536/",
        "https://example.org/a\u202egpj.exe",
        "https://example.org/a\u200bb",
    ],
)
def test_any_other_address_is_refused(ledger, address):
    ledger.set("sources", "tc21", url=address)
    (problem,) = ledger.problems(urls)
    assert (problem.table, problem.row, problem.column) == ("sources", 5, "url")


@pytest.mark.parametrize("text", ["JavaScript:alert(1)", "see data:text/html,<b>", "见 file:///etc/passwd"])
def test_a_script_address_is_refused_in_every_column(ledger, text):
    ledger.set("funds", "ta18.f01", note=text)
    (problem,) = ledger.problems(urls)
    assert (problem.table, problem.column) == ("funds", "note")


def test_web_addresses_and_plain_words_are_fine(ledger):
    ledger.set("sources", "tc21", url="http://www.example.org:8080/a?b=1#c")
    for note in ("data: 2018", "Data: from the report", "File: 附件", "metadata:text"):
        ledger.set("funds", "ta18.f01", note_en=note)
        assert ledger.problems(urls) == []
