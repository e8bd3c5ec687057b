"""The vendored browser libraries are those the manifest names, byte by byte."""

import hashlib
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "docs" / "assets" / "vendor"
MANIFEST = yaml.safe_load((FOLDER / "manifest.yaml").read_text(encoding="utf-8"))
OWN = {"manifest.yaml", "fetch.py"}


@pytest.mark.parametrize("entry", MANIFEST["files"], ids=lambda entry: entry["path"])
def test_a_file_has_the_checksum_of_the_manifest(entry):
    content = (FOLDER / entry["path"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"], "run docs/assets/vendor/fetch.py"


def test_every_file_is_in_the_manifest():
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    found = {path for path in found if "__pycache__" not in path}
    assert found == OWN | {entry["path"] for entry in MANIFEST["files"]}


def test_every_package_has_version_licence_and_integrity():
    for package in MANIFEST["packages"]:
        assert package["licence"] and package["version"][0].isdigit(), package["name"]
        assert package["integrity"].startswith("sha512-"), package["name"]


def test_the_licence_of_every_published_package_is_published_with_it():
    licences = [entry for entry in MANIFEST["files"] if "LICENSE" in entry["path"]]
    published = {name for entry in MANIFEST["files"] if entry not in licences for name in entry["of"]}
    assert published <= {name for entry in licences for name in entry["of"]}
