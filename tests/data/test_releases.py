"""What the releases left beside the data agrees with itself, and the citation file is valid."""

import json
import re
import tomllib
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import yaml

from build_scripts.exports.citation_file import citation_file
from build_scripts.ledger.history import read_row_dates
from build_scripts.ledger.package import open_package
from build_scripts.ledger.releases import read_releases

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def releases():
    return read_releases(ROOT)


def test_the_newest_release_is_the_version_that_everything_names(releases):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    versions = {releases[-1].version, open_package(ROOT).descriptor["version"], project["version"], citation["version"]}
    assert versions == {releases[-1].version}


def test_the_changes_are_told_of_every_version_and_only_of_versions(releases):
    """What is not released yet stands above them under no number."""
    heads = re.findall(r"(?m)^## ([0-9.]+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert heads == [release.version for release in reversed(releases)]


def test_the_citation_file_is_valid_and_of_the_newest_release(releases):
    schemas = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((schemas / "citation-file-format.json").read_text(encoding="utf-8"))
    content = (ROOT / "CITATION.cff").read_bytes()
    jsonschema.validate(yaml.safe_load(content), schema)
    package = open_package(ROOT)
    assert content == citation_file(package.descriptor, package.settings["address"], releases[-1].date)


def test_no_row_changed_before_it_entered_or_after_the_newest_release(releases):
    dates = read_row_dates(ROOT)
    assert len(dates) > 9_000
    wrong = [key for key, row in dates.items() if not row.first_seen <= row.last_changed <= releases[-1].date]
    assert wrong == []


def test_the_first_release_held_6331_rows(releases):
    if not releases[0].files:
        pytest.skip("this copy has no branch of releases: make releases")
    assert (releases[0].version, sum(releases[0].manifest["rows"].values())) == ("0.1.0", 6331)


def test_a_delta_accounts_for_every_row_between_two_releases(releases):
    for release in releases:
        for told in release.delta.get("tables", {}).values():
            assert told["after"] - told["before"] == len(told["added"]) - len(told["retired"])
