"""Twenty-five common mistakes: each is found at its place, and the advice holds what to write, in both languages."""

from pathlib import Path

import pytest
import yaml

from build_scripts.checks.run import check
from build_scripts.commands.check import told
from build_scripts.labels import LANGUAGES

MISTAKES = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8"))


def make(ledger, mistake: dict) -> None:
    file = ledger.file(mistake["table"])
    text = file.read_text(encoding="utf-8")
    match mistake.get("file"):
        case None:
            ledger.set(mistake["table"], mistake["row"], **mistake["cells"])
        case "separator":
            file.write_text(text.replace(",", ";"), encoding="utf-8")
        case "encoding":
            file.write_bytes(text.encode("gbk"))
        case "conflict":
            file.write_text(text.replace("ta18.e02", "<<<<<<< HEAD\nta18.e02"), encoding="utf-8")
        case "quote":
            file.write_text(text.replace("签订年度协议", '"签订年度协议'), encoding="utf-8")


@pytest.mark.parametrize("mistake", [pytest.param(each, id=each["mistake"]) for each in MISTAKES])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mistake_is_found_at_its_place_and_the_advice_can_be_followed(ledger, mistake, lang):
    make(ledger, mistake)
    lines = told(check(ledger.root).problems, (lang,))
    place = f"datasets/{mistake['at']}: "
    says = mistake["says"][lang] if isinstance(mistake["says"], dict) else mistake["says"]
    assert any(line.startswith(place) and says in line for line in lines), lines


@pytest.mark.parametrize("mistake", [pytest.param(each, id=each["mistake"]) for each in MISTAKES if "file" in each])
def test_of_a_broken_file_only_what_broke_it_is_told(ledger, mistake):
    make(ledger, mistake)
    assert len(told(check(ledger.root).problems, ("en",))) == 1


NAMED = {each["mistake"]: each for each in MISTAKES}
CODES = ("code in Chinese", "code misspelt")
UNREAD = (*CODES, "thousands separators", "full-width digits", "year with 年", "是 for true")


@pytest.mark.parametrize("name", UNREAD)
def test_of_a_cell_that_cannot_be_read_only_that_is_told(ledger, name):
    mistake = NAMED[name]
    make(ledger, mistake)
    lines = told(check(ledger.root).problems, ("en",))
    assert len([line for line in lines if line.startswith(f"datasets/{mistake['at']}: ")]) == 1, lines


def test_an_id_that_stands_twice_is_told_once(ledger):
    ledger.set("funds", "ta18.f02", fund_id="ta18.f01")
    lines = told(check(ledger.root).problems, ("en",))
    assert [line for line in lines if line.startswith("datasets/funds.csv")] == [
        "datasets/funds.csv:3: fund_id: 「ta18.f01」 is used by another row; give every row an id of its own; "
        "did you mean ta18.f02?"
    ]


def test_there_are_twenty_five():
    assert len(MISTAKES) == 25
