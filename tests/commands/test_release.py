"""A release: its files on a branch of their own, the days of rows, and what differs from the one before."""

import csv
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import zipfile
from datetime import date

import pytest
from frictionless import Package

from build_scripts.commands.release import rebuild, restore, run
from build_scripts.commands.releasing.branch import keep_files
from build_scripts.commands.releasing.delta import delta_csv, total_changes
from build_scripts.commands.releasing.state import CannotRelease
from build_scripts.ledger.baseline import read_baseline
from build_scripts.ledger.history import read_history
from build_scripts.ledger.package import open_package
from build_scripts.ledger.releases import BrokenRelease, read_releases
from build_scripts.ledger.tables import read_raw_tables
from build_scripts.views.coverage import Change
from build_scripts.views.derive import derive_views
from tests.conftest import TESTS, Ledger

WHO = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
       "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": "/dev/null"}  # fmt: skip
MENDED = {"label": "援助款", "label_en": "Assistance"}


def git(root, *arguments: str, day: str = "2026-01-01") -> str:
    moment = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    told = subprocess.run(["git", "-C", root, *arguments], check=True, env=os.environ | WHO | moment,
                          capture_output=True, text=True)  # fmt: skip
    return told.stdout.strip()


def commit(root, day: str) -> str:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", day, day=day)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """The tiny ledger in a repository whose root it is, committed on 1 January 2026; no release was ever made."""
    root = tmp_path_factory.mktemp("once") / "ledger"
    shutil.copytree(TESTS / "tiny_ledger", root)
    shutil.copytree(TESTS.parent / "schemas", root / "schemas")
    (root / "datasets" / "import_notes" / "row_dates.csv").unlink()
    text = (root / "datapackage.yaml").read_text(encoding="utf-8")
    (root / "datapackage.yaml").write_text(text.replace("../../schemas/", "schemas/"), encoding="utf-8")
    git(root, "init", "-q")
    commit(root, "2026-01-01")
    return Ledger(root)


@pytest.fixture(scope="module")
def twice(once, tmp_path_factory):
    """Version 0.1.0 of 2 January, and 0.2.0 of 5 February with a row changed, one added and one retired."""
    ledger = Ledger(shutil.copytree(once.root, tmp_path_factory.mktemp("twice") / "ledger"))
    run(ledger.root, date(2026, 1, 2), "0.1.0")
    ledger.set("funds", "ta18.f01", **MENDED)
    ledger.add("measures", "labour_total", measure_id="labour_again")
    ledger.remove("events", ledger.rows("events")[-1][0])
    commit(ledger.root, "2026-02-03")
    run(ledger.root, date(2026, 2, 5), "0.2.0")
    return ledger


@pytest.fixture
def kept(once, tmp_path):
    return Ledger(shutil.copytree(once.root, tmp_path / "kept"))


@pytest.fixture
def two(twice, tmp_path):
    return Ledger(shutil.copytree(twice.root, tmp_path / "two"))


def history_of(ledger):
    package = open_package(ledger.root)
    raw = read_raw_tables(package)
    return read_history(ledger.root, package.keys, raw, "2026-03-01")


def test_without_a_release_there_is_nothing_to_compare_with(ledger):
    change = derive_views(ledger.read()[1], "2026-02-01", read_baseline(ledger.root)).quality.change
    assert change == Change(None, {})


def test_a_row_that_comes_after_a_release_is_counted(kept):
    run(kept.root, date(2026, 1, 2), "0.1.0")
    kept.add("measures", "labour_total", measure_id="labour_again")
    change = derive_views(kept.read()[1], "2026-02-01", read_baseline(kept.root)).quality.change
    assert (change.since, change.tables["measures"]["rows"]) == ("2026-01-02", 1)


def test_data_that_are_not_committed_are_not_released(kept):
    kept.set("funds", "ta18.f01", **MENDED)
    with pytest.raises(CannotRelease, match="先提交(.|\n)*commit them"):
        run(kept.root, date(2026, 1, 2), "0.1.0")
    assert read_releases(kept.root) == ()


@pytest.mark.parametrize("version", ["0.2", "v0.2.0", "0.0.9", "0.0.10"])
def test_a_version_must_be_the_next(kept, version):
    run(kept.root, date(2026, 1, 2), "0.1.0")
    with pytest.raises(CannotRelease, match="X.Y.Z"):
        run(kept.root, date(2026, 1, 3), version)


def test_a_version_that_is_tagged_never_changes(kept):
    run(kept.root, date(2026, 1, 2), "0.1.0")
    git(kept.root, "tag", "v0.1.0")
    with pytest.raises(CannotRelease, match="never changes"):
        run(kept.root, date(2026, 1, 3), "0.1.0")


def test_a_release_never_stands_in_the_main_tree(two):
    assert git(two.root, "ls-tree", "--name-only", "releases").split() == ["0.1.0", "0.2.0", "README.md"]
    written = git(two.root, "status", "--porcelain", "--untracked-files=all").split("\n")
    assert {line[2:].strip() for line in written} == {
        "CITATION.cff", "datapackage.yaml", "datasets/import_notes/releases.csv",
        "datasets/import_notes/row_dates.csv", "datasets/quality_baseline.json",
    }  # fmt: skip
    assert "version: 0.2.0" in (two.root / "datapackage.yaml").read_text(encoding="utf-8")


def test_no_cell_of_what_a_release_changed_starts_a_formula():
    told = {"added": [], "retired": [], "new_columns": [], "gone_columns": []}
    changed = [{"id": "ta18.f01", "cells": {"note": ["=1+1", "-5"]}}]
    content = delta_csv({"tables": {"funds": {**told, "changed": changed}}, "totals": []}).decode("utf-8-sig")
    assert content.splitlines()[1] == "changed,funds,ta18.f01,note,'=1+1,-5"


def test_a_release_tells_what_was_added_changed_and_retired(two):
    first, second = read_releases(two.root)
    assert first.delta == {} and (second.delta["previous"], second.delta["date"]) == ("0.1.0", "2026-02-05")
    tables = second.delta["tables"]
    assert tables["measures"]["added"] == ["labour_again"]
    assert tables["funds"]["changed"][0]["id"] == "ta18.f01"
    assert tables["funds"]["changed"][0]["cells"]["label_en"][1] == "Assistance"
    assert [row["successor_id"] for row in tables["events"]["retired"]] == [None]
    lines = list(csv.DictReader(io.StringIO(second.files["delta.csv"].decode("utf-8-sig"))))
    assert {line["kind"] for line in lines} == {"added", "changed", "retired"}


def test_a_total_of_rows_that_no_longer_count_is_told_with_no_value_now(kept):
    before = kept.read()[1]
    after = before | {"funds": before["funds"].assign(in_totals=False)}
    found = total_changes(before, after, "2026-01-02")
    assert found and all(total["after"] is None and total["before"] for total in found if "money" in total["what"])


def test_the_same_state_gives_the_same_files(kept):
    run(kept.root, date(2026, 1, 2), "0.1.0")
    first = read_releases(kept.root)[0].files
    run(kept.root, date(2026, 1, 2), "0.1.0")
    assert read_releases(kept.root)[0].files == first


def test_the_package_of_a_release_is_valid_and_its_checksums_hold(two, tmp_path):
    content = read_releases(two.root)[1].files["pairing-ledger.zip"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path / "whole")
    folder = tmp_path / "whole" / "pairing-ledger-0.2.0"
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        checksum, _, name = line.partition("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert (told["version"], told["created"]) == ("0.2.0", "2026-02-05T00:00:00Z")
    assert Package(str(folder / "datapackage.json")).get_resource("measures").read_rows()[0]["measure_id"]


def test_the_database_of_a_release_holds_every_row(two):
    release = read_releases(two.root)[1]
    book = sqlite3.connect(":memory:")
    book.deserialize(release.files["pairing-ledger.sqlite"])
    rows = release.manifest["rows"]
    counts = {table: book.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in rows}
    assert counts == rows and counts["funds"] == 14


def test_rows_have_the_days_on_which_they_were_committed(two):
    history = history_of(two)
    assert (history.first_seen("funds", "ta18.f01"), history.last_changed("funds", "ta18.f01")) == (
        "2026-01-01", "2026-02-03")  # fmt: skip
    assert history.first_seen("measures", "labour_again") == "2026-02-03"
    assert (history.entered, history.changed, history.gone) == ((), (), ())


def test_a_row_that_moved_since_the_release_says_so(two):
    two.set("funds", "ta18.f01", label="别的", label_en="Something else")
    history = history_of(two)
    assert history.changed == (("funds", "ta18.f01"),)
    assert (history.first_seen("funds", "ta18.f01"), history.last_changed("funds", "ta18.f01")) == (
        "2026-01-01", "2026-03-01")  # fmt: skip


def test_a_copy_without_the_branch_knows_the_list_alone(two):
    git(two.root, "branch", "-D", "releases")
    assert [(release.version, release.files) for release in read_releases(two.root)] == [("0.1.0", {}), ("0.2.0", {})]


def test_releases_are_made_again_from_their_commits(two):
    before = [release.files for release in read_releases(two.root)]
    git(two.root, "branch", "-D", "releases")
    assert restore(two.root) == 0
    assert [release.files for release in read_releases(two.root)] == before


def test_a_version_that_was_never_kept_is_rebuilt_from_its_commit(two):
    first = git(two.root, "rev-parse", "HEAD^")
    assert rebuild(two.root, "0.0.1", first) == 0
    made = read_releases(two.root)[0]
    assert (made.version, made.date, made.commit) == ("0.0.1", "2026-01-01", first)


def test_a_kept_file_that_is_not_the_one_of_its_manifest_stops_the_build(two):
    files = read_releases(two.root)[1].files
    keep_files(two.root, "0.2.0", files | {"delta.csv": b"other"}, "2026-02-05")
    with pytest.raises(BrokenRelease, match="0.2.0/delta.csv"):
        read_releases(two.root)
