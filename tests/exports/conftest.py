"""The downloads of the tiny ledger, made once."""

from __future__ import annotations

import pytest

from build_scripts.exports.export import export_tables
from build_scripts.ledger.history import read_history
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_raw_tables, type_tables
from build_scripts.views.derive import derive_views

TODAY = "2026-01-02"


@pytest.fixture(scope="session")
def views(tiny_root):
    package = open_package(tiny_root)
    raw = read_raw_tables(package)
    history = read_history(tiny_root, package.keys, raw, TODAY)
    return derive_views(type_tables(package, raw), TODAY, history=history)


@pytest.fixture(scope="session")
def exported(tiny_root, views) -> dict[str, bytes]:
    """Path below the site -> contents; without charts, which have tests of their own."""
    return {file.path: file.content for file in export_tables(open_package(tiny_root), views, {})}
