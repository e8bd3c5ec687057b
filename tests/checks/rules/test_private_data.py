"""No number of a person; the numbers here are made up so that their check digits are right."""

from pathlib import Path

import pytest
import yaml

from build_scripts.checks.rules import private_data
from build_scripts.checks.traces import CHECKS, WEIGHTS
from build_scripts.labels.problems import message


def made_identity(body):
    """An identity number of a place that does not exist, with its right check digit."""
    total = sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True))
    return body + CHECKS[total % 11]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (f"户主 {made_identity('98012119491231002')}", "an identity number"),
        ("电话13800138000", "a mobile phone number"),
        ("138-0013-8000", "a mobile phone number"),
        ("+86 13800138000", "a mobile phone number"),
        ("6222 0000 0000 0000 004", "a bank card number"),
        ("4000000000000002", "a bank card number"),
        ("6222.0000.0000.0000.004", "a bank card number"),
        ("１３８００１３８０００", "a mobile phone number"),
        ("1 3 8 0 0 1 3 8 0 0 0", "a mobile phone number"),
        ("138 0013 8000", "a mobile phone number"),
        ("008613800138000", "a mobile phone number"),
        ("0086-138-0013-8000", "a mobile phone number"),
        ("138\u200b0013\u200b8000", "a mobile phone number"),
        ("138–0013–8000", "a mobile phone number"),
        (made_identity("98012119491231002").replace("19491231", "-1949-12-31-"), "an identity number"),
        ("110105491231002", "an identity number"),
        ("someone@example.org", "an e-mail address"),
        ("someone＠example.org", "an e-mail address"),
        ("0912-3456789", "a telephone number"),
        ("(010)23456789", "a telephone number"),
        ("+86 10 23456789", "a telephone number"),
        ("微信号：abc_12345", "an account of WeChat, QQ or the like"),
        ("QQ 123456789", "an account of WeChat, QQ or the like"),
        ("护照 E12345678", "a passport number"),
    ],
)
def test_a_number_of_a_person_is_refused_and_not_repeated(ledger, cell, kind):
    ledger.set("funds", "ta18.f01", note=cell)
    (problem,) = ledger.problems(private_data)
    assert (problem.table, problem.row, problem.column) == ("funds", 2, "note")
    assert message(problem, "en") == f"looks like {kind}"


@pytest.mark.parametrize(
    "cell",
    [
        "https://news.example.org/t20190425_13800138000.html",
        "980121101205",
        "13800138000001",
        "1380013800",
        "980121194912310020",
        "6222000000000000001",
        "1234.13800138000",
        "f13800138000a",
        "2016 2017 2018 2019",
        "2016/2020",
        "财农〔2017〕110105号",
        "610924199",
        "某镇",
        "贫困户：因病",
        "县委书记带队",
        "第一书记",
        "陕A类企业",
        "Weixin County",
    ],
)
def test_codes_addresses_and_amounts_are_no_numbers_of_persons(cell):
    assert private_data.personal_traces(cell) == []


MADE = made_identity("98012419900307107")  # ends in X
TRACES = yaml.safe_load(Path(__file__).with_name("traces.yaml").read_text(encoding="utf-8"))
NONE = TRACES.pop("none")
TRACES["identity"] += [
    MADE, MADE.lower(), MADE[:-1] + "Ｘ", f"身份证号{MADE}", f"SFZ{MADE}", " ".join(MADE),
    f"{MADE[:6]}-{MADE[6:14]}-{MADE[14:]}", " ".join(MADE[i : i + 3] for i in range(0, 18, 3)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "cell"), [(kind, cell) for kind, cells in TRACES.items() for cell in cells])
def test_a_trace_of_a_person_is_seen_however_it_is_written(kind, cell):
    assert kind in private_data.personal_traces(cell)
    assert kind in private_data.personal_traces(f"见附件（{cell}），已核实")


@pytest.mark.parametrize("cell", NONE)
def test_what_stands_in_reports_is_no_trace_of_a_person(cell):
    assert private_data.personal_traces(cell) == []


def test_an_amount_of_eleven_digits_is_no_phone(ledger):
    ledger.set("funds", "ta18.f01", amount="13800138000")
    assert ledger.problems(private_data) == []


@pytest.mark.parametrize(
    ("cell", "code"),
    [("户主：王小二", "name"), ("贫困户李某某", "name"), ("张××", "name"), ("陕A12345", "plate"), ("2组15号", "house")],
)
def test_what_may_be_a_person_is_a_question_for_a_reviewer(ledger, cell, code):
    ledger.set("funds", "ta18.f01", note=cell)
    (problem,) = ledger.problems(private_data)
    assert (problem.code, problem.level) == (code, "warning") and problem.values == ()
