"""How a new row gets its id: the examples of CONTRIBUTING and of the page on codes and ids."""

import re
from pathlib import Path

import pytest

from build_scripts.commands.import_rows import raw_rows
from build_scripts.commands.incoming.ids import LETTERS, all_ids, new_id
from build_scripts.ledger.package import open_package

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tables():
    return raw_rows(open_package(ROOT / "tests" / "tiny_ledger"))


@pytest.mark.parametrize(
    "table, row, expected",
    [
        ("funds", {"source_id": "ta18"}, "ta18.f13"),
        ("observations", {"source_id": "tc21"}, "tc21.o02"),
        ("events", {"source_id": "tb19-2"}, "tb19-2.e01"),
        ("funds", {}, ""),
        (
            "pairings",
            {"programme": "ew2", "provider_place_id": "980121", "recipient_place_id": "990121"},
            "ew2-jia-yi",
        ),
        (
            "pairings",
            {
                "programme": "ew1", "provider_place_id": "980121", "recipient_place_id": "990121",
                "valid_from": "2019-05",
            },
            "ew1-jia-yi-2019",
        ),
        ("projects", {"source_id": "ta18", "title_en": "Ji Village orchard"}, "ta18-ji-village-orchard"),
        ("projects", {"source_id": "ta18", "title": "己村果园"}, "ta18-ji-cun-guo"),
        ("sources", {"title_en": "Yi County in 2019", "published": "2019-12-20"}, "yi-county-in-2019"),
        ("sources", {"title": "乙县工作总结", "published": "2019"}, "yi-xian-gong-zuo-2019"),
        ("organisations", {"name_en": "Jiashang Group"}, "jiashang-group"),
        ("measures", {"title_en": "Planted area of tea"}, "planted_area_of_tea"),
        ("places", {"name": "己村", "name_en": "Ji Village"}, ""),
    ],
    ids=str,
)  # fmt: skip
def test_an_id_is_made_of_what_the_row_says(table, row, expected, tables):
    key = next(iter(tables[table][0]))
    assert new_id(table, row, key, tables, all_ids(tables, table, key)) == expected


def test_a_number_that_once_stood_is_never_given_again(tables):
    retired = [{"table": "funds", "row_id": "ta18.f40"}]
    taken = all_ids(tables, "funds", "fund_id", retired)
    assert new_id("funds", {"source_id": "ta18"}, "fund_id", tables, taken) == "ta18.f41"


def test_an_id_is_never_the_name_of_a_list_page_nor_taken_in_other_letters(tables):
    named = {"name_en": "Index"}
    assert new_id("organisations", named, "org_id", tables, set()) == "index-2"
    assert new_id("organisations", {"name_en": "Wu Shop"}, "org_id", tables, {"WU-SHOP"}) == "wu-shop-2"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_on_ids_names_every_table_with_its_letter(lang):
    text = (ROOT / "docs" / lang / "codes.md").read_text(encoding="utf-8")
    rows = {table: next(line for line in text.splitlines() if f"`{table}`" in line) for table in LETTERS}
    assert all(re.search(rf"[,、] ?{LETTERS[table]}[,、]", row) for table, row in rows.items())
