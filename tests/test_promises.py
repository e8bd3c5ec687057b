"""What one adds is one file, its entry in the list of its folder and its words; a column, a code or a table is data.

One of each is added to a copy of the program with the tiny ledger; the copy is built, and each is found wherever a
reader would look for it. The examples stand in `tests/promises/`.
"""

from __future__ import annotations

import ast
import json
import shutil
import sqlite3
from pathlib import Path

import pandas as pd
import pytest
import yaml

from build_scripts.ledger.package import read_settings
from tests.promises import grown
from tests.site.page import Page, read_page
from tests.site.test_links import within_site

PROGRAM = grown.ROOT / "build_scripts"
TREES = ("", "en/")
MACHINERY = {"views/signals": {"ground", "thresholds"}}  # beside the things one adds
NOT_LINKED = ("404.html", "embed/")  # the page of what is missing, and what other sites embed
CHARTS = ("csv", "xlsx", "svg", "png", "vl.json")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> Path:
    """The tiny ledger in the copy of the program, with one more of everything."""
    folder = tmp_path_factory.mktemp("grown")
    ledger, program = grown.copy_program(folder), folder / "build_scripts"
    grown.add_files(program)
    grown.list_files(program)
    grown.add_words(program)
    grown.add_link(program)
    grown.add_data(ledger)
    return ledger


@pytest.fixture(scope="module")
def site(ledger) -> Path:
    """The site that the copy builds."""
    grown.run(ledger, "build", "--today", "2026-01-02")
    return ledger / "site"


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Page]:
    return {page.path: page for page in (read_page(site.resolve(), path) for path in site.resolve().rglob("*.html"))}


@pytest.fixture(scope="module")
def settings(ledger) -> dict[str, str]:
    return read_settings(ledger)


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def loaded(site: Path, path: str):
    return json.loads(text(site, path))


def targets(page: Page, settings: dict) -> set[str]:
    """The files of the site that a page links to."""
    found = (within_site(page, address, settings) for address in page.links)
    return {target[0] for target in found if target}


def linked_from_nowhere(pages: dict[str, Page], settings: dict) -> set[str]:
    """The pages to which no other page links, but for the way to the other language."""
    linked = set()
    for page in pages.values():
        linked |= {path for path in targets(page, settings) - {page.path} if is_english(path) == is_english(page.path)}
    return {path for path in pages if path not in linked and not path.removeprefix("en/").startswith(NOT_LINKED)}


def is_english(path: str) -> bool:
    return path.startswith("en/")


def unlisted(program: Path) -> set[str]:
    """The files of plural folders that the tuples in their `__init__` do not name."""
    found = set()
    for folder in grown.FOLDERS:
        tree = ast.parse((program / folder / "__init__.py").read_text(encoding="utf-8"))
        tuples = [n.value for n in tree.body if isinstance(n, ast.Assign) and isinstance(n.value, ast.Tuple)]
        listed = {each.id for each in ast.walk(ast.Module(tuples, [])) if isinstance(each, ast.Name)}
        files = {path.stem for path in (program / folder).glob("*.py")} - {"__init__"} - MACHINERY.get(folder, set())
        found |= {f"{folder}/{name}" for name in files - listed}
    return found


def missing_from_the_data_page(site: Path, pages: dict[str, Page], settings: dict) -> set[str]:
    """The files of the whole ledger that neither the page of data nor that of a table links to."""
    files = {file["path"] for file in loaded(site, "data/index.json")["files"]}
    linked = {path for name, page in pages.items() if name.startswith("data/") for path in targets(page, settings)}
    return files - linked


def test_a_file_that_its_folder_does_not_list_is_found(tmp_path):
    copy = shutil.copytree(PROGRAM, tmp_path / "build_scripts", ignore=shutil.ignore_patterns("__pycache__"))
    grown.add_files(copy)
    assert unlisted(copy) == {
        "checks/rules/round_money",
        "views/signals/has_umbrella",
        "charts/gallery/levels_again",
        "pages/kinds/bodies",
        "exports/formats/body_names",
    }


def test_every_file_of_a_plural_folder_is_listed():
    assert unlisted(PROGRAM) == set()


def test_a_page_that_nothing_links_to_is_found(pages, settings):
    without = {path: page for path, page in pages.items() if not path.endswith("data/index.html")}
    assert {"bodies.html", "en/bodies.html"} <= linked_from_nowhere(without, settings)


def test_every_page_is_linked_from_another(pages, settings):
    assert linked_from_nowhere(pages, settings) == set()


def test_a_format_that_the_data_page_does_not_name_is_found(site, pages, settings):
    without = {path: page for path, page in pages.items() if path != "data/index.html"}
    assert "data/body_names.csv" in missing_from_the_data_page(site, without, settings)


def test_every_format_stands_on_the_data_page_or_on_that_of_its_table(site, pages, settings):
    assert missing_from_the_data_page(site, pages, settings) == set()


@pytest.mark.parametrize("lang, said", [("zh", "12000000 是整百万"), ("en", "12000000 is a whole number of millions")])
def test_a_rule_asks_its_question_in_both_languages(ledger, lang, said):
    assert said in grown.run(ledger, "check", "--lang", lang)


def test_a_signal_has_a_page_and_stands_on_that_of_its_record(site):
    for tree, name in zip(TREES, ("属于打包项目", "Under an umbrella"), strict=True):
        assert name in text(site, f"{tree}signals.html")
        assert "ta18-chayuan" in text(site, f"{tree}signals-has_umbrella.html")
        assert name in text(site, f"{tree}projects/ta18-chayuan.html")


def test_a_chart_stands_on_the_page_of_charts_with_its_files_and_its_embedded_form(site):
    for tree, lang in zip(TREES, ("zh", "en"), strict=True):
        assert f"charts/{lang}/levels-again.vl.json" in text(site, f"{tree}charts/index.html")
        assert "<svg" in text(site, f"{tree}embed/levels-again.html")
        assert all((site / "charts" / lang / f"levels-again.{ending}").stat().st_size for ending in CHARTS)


def test_a_page_kind_has_its_page_is_found_by_search_and_stands_in_the_sitemap(site):
    assert "甲商集团" in text(site, "bodies.html") and "Jiashang Group" in text(site, "en/bodies.html")
    assert text(site, "sitemap.xml").count("/bodies.html</loc>") == 2
    assert "全部机构" in text(site, "assets/search/names.zh.js")
    assert "All bodies" in text(site, "assets/search/names.en.js")


def test_a_format_is_listed_with_its_words_wherever_files_are_listed(site):
    assert text(site, "data/body_names.csv").splitlines() == ["name", "甲商集团", "戊车间"]
    assert "机构名称一览" in text(site, "data/index.html")
    assert "names of organisations" in text(site, "en/data/index.html")
    entry = next(f for f in loaded(site, "data/index.json")["files"] if f["path"] == "data/body_names.csv")
    assert (entry["title"], entry["title_en"]) == ("机构名称", "Names of organisations")
    assert_everywhere(site, "body_names")


def assert_everywhere(site: Path, name: str) -> None:
    """A CSV file stands in the Data Package, both catalogues, Croissant and OpenAPI."""
    assert name in [resource["name"] for resource in loaded(site, "data/datapackage.json")["resources"]]
    assert f"/data/{name}.csv" in yaml.safe_load(text(site, "data/openapi.yaml"))["paths"]
    for catalogue in ("dcat.jsonld", "dataset.jsonld", "croissant.json"):
        assert f"/data/{name}.csv" in text(site, f"data/{catalogue}"), catalogue


def test_a_column_is_in_the_dictionary_and_in_every_form_of_its_table(site):
    assert "成立年份" in text(site, "data/organisations.html") and "Founded" in text(site, "en/data/organisations.html")
    assert "1998" in text(site, "data/organisations.csv")
    assert pd.read_parquet(site / "data/organisations.parquet")["founded"].iloc[0] == 1998
    with sqlite3.connect(site / "data/pairing-ledger.sqlite") as database:
        assert database.execute("SELECT founded FROM organisations WHERE org_id = 'jiashang'").fetchone() == (1998,)
    resources = {r["name"]: r["schema"]["fields"] for r in loaded(site, "data/datapackage.json")["resources"]}
    assert "founded" in [field["name"] for field in resources["organisations"]]
    assert "founded" in text(site, "data/croissant.json")


def test_a_code_is_a_word_on_pages_and_allowed_in_the_schema(site):
    for tree, said in zip(TREES, ("回头看", "Looking back"), strict=True):
        assert said in text(site, f"{tree}pairings/ew1-jia-yi.html")
        assert said in text(site, f"{tree}data/events.html")
    assert said in text(site, "data/events_wide.csv")
    resources = {r["name"]: r["schema"]["fields"] for r in loaded(site, "data/datapackage.json")["resources"]}
    kind = next(field for field in resources["events"] if field["name"] == "kind")
    assert "review" in kind["constraints"]["enum"]


def test_a_table_has_its_page_its_files_and_its_place_in_the_catalogues(site, pages, settings):
    for tree, title in zip(TREES, ("表彰", "Awards"), strict=True):
        assert title in text(site, f"{tree}data/index.html") and title in text(site, f"{tree}data/awards.html")
    assert text(site, "data/awards.csv").splitlines()[1] == "aw-1,jiashang,先进集体"
    with sqlite3.connect(site / "data/pairing-ledger.sqlite") as database:
        assert database.execute("SELECT title FROM awards").fetchall() == [("先进集体",)]
    assert {"data/awards.csv", "data/awards.parquet"} <= targets(pages["data/index.html"], settings)
    assert_everywhere(site, "awards")
