"""One thing has one name: words that were given up stand in no label, no schema and on no hand-written page."""

from __future__ import annotations

import re

import pytest
import yaml

from build_scripts.labels import LANGUAGES, word
from tests.site.built import ROOT

GIVEN_UP = {  # the word that was given up: what is said instead
    "zh": {
        "由读者补充": "由整理者补充",
        "读者判断": "整理者判断",
        "读者推定": "整理者推定",
        "财政帮扶资金": "财政援助资金",
        "社会捐助": "社会捐赠",
        "社会捐款": "社会捐赠",
        "出资方不明": "资金性质未写明",
        "完成、使用": "使用",
        "仅见摘要": "仅见摘录",
        "谁这样说": "依据与旁证",
        "上下与前后": "上下级结对、前后两轮",
        "不符的算术": "复算不符",
        "合计不符": "复算不符",
        "舍入之内": "四舍五入范围内",
        "打包": "项目包",
        "跨级": "跨层级",
        "数项并提": "多项政策合并表述",
        "支医人员": "派驻医生",
        "印出": "载明",
        "印作": "写作",
        "未印": "未载明",
        "照印": "照原文",
        "叫得出": "已知",
        "组结对": "对结对",
        "掉了数字": "数字残缺",
    },
    "en": {
        "supplied by the reader": "added by the editors",
        "what came of it": "what it paid for",
        "not holding": "do not add up",
        "do not hold": "do not add up",
        "does not hold": "does not add up",
        "collaboration": "cooperation",
        "paired support": "paired assistance",
        "consumption assistance": "purchase assistance",
        "read from an excerpt": "taken from an excerpt",
        "umbrella": "bundle of projects",
        "who says so": "evidence for this pairing",
        "allow-list": "copy the address",
    },
}
FOR_MAINTAINERS = "problems."  # they quote columns, such as is_umbrella, by their names
STAGES = {"zh": ("安排", "拨付", "到位", "使用"), "en": ("Allocated", "Disbursed", "Received", "Spent")}


def leaves(node: object, key: str) -> list[tuple[str, str]]:
    """Every text of a tree of words with its key."""
    if isinstance(node, dict):
        return [leaf for name, each in node.items() for leaf in leaves(each, f"{key}.{name}")]
    if isinstance(node, list):
        return [leaf for n, each in enumerate(node) for leaf in leaves(each, f"{key}.{n}")]
    return [(key, str(node))]


def visible_words(lang: str) -> list[tuple[str, str]]:
    """Key and text of every label, of the words of schemas, and of the hand-written pages."""
    labels = sorted((ROOT / "build_scripts/labels" / lang).glob("*.yaml"))
    found = [leaf for file in labels for leaf in leaves(yaml.safe_load(file.read_text(encoding="utf-8")), file.stem)]
    ends = {"zh": ("title", "description", "zh"), "en": ("title_en", "description_en", "en", "one")}[lang]
    for file in sorted((ROOT / "schemas").glob("*.yaml")):
        words = leaves(yaml.safe_load(file.read_text(encoding="utf-8")), f"schemas.{file.stem}")
        found += [(key, text) for key, text in words if key.rpartition(".")[2] in ends]
    pages = sorted((ROOT / "docs" / lang).glob("*.md"))
    return found + [(f"docs.{file.stem}", file.read_text(encoding="utf-8")) for file in pages]


def given_up_in(words: list[tuple[str, str]], lang: str) -> list[str]:
    return [
        f"{key}: “{old}” is now “{new}”"
        for key, text in words
        if not key.startswith(FOR_MAINTAINERS)
        for old, new in GIVEN_UP[lang].items()
        if re.search(rf"(?<![A-Za-z]){re.escape(old)}", text, re.IGNORECASE)
    ]


def test_a_word_that_was_given_up_is_found_by_its_key():
    assert given_up_in([("pages.x", "由读者补充")], "zh") == ["pages.x: “由读者补充” is now “由整理者补充”"]
    assert given_up_in([("pages.y", "Paired support")], "en") != []
    assert given_up_in([("pages.z", "社会捐赠（含物资折款）")], "zh") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_visible_word_was_given_up(lang):
    words = visible_words(lang)
    assert len(words) > 500
    assert given_up_in(words, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glossary_gives_the_stages_in_the_order_of_a_payment(lang):
    text = (ROOT / f"docs/{lang}/glossary.md").read_text(encoding="utf-8")
    assert sorted(STAGES[lang], key=lambda stage: text.index(f"| {stage} |")) == list(STAGES[lang])


def test_readers_meet_four_words_for_money_that_moves_and_two_for_money_promised():
    moved = [word("zh", f"said.stage.{stage}") for stage in ("allocated", "disbursed", "received", "spent")]
    assert (*moved,) == STAGES["zh"]
    assert [word("zh", f"said.stage.{stage}") for stage in ("agreed", "budgeted")] == ["签约", "计划"]
