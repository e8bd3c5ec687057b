"""What a whole site is made from, as one hash: data, words, theme, program, libraries, day."""

from __future__ import annotations

import json
import sys
from datetime import date
from importlib.metadata import distributions
from pathlib import Path

from build_scripts.ledger.kept import hash_of, hash_of_files
from build_scripts.ledger.last_change import git, last_change
from build_scripts.ledger.package import read_settings
from build_scripts.ledger.releases import branch_of
from build_scripts.ledger.tables import RawTable

PROGRAM = Path(__file__).resolve().parents[2]
OF_LEDGER = ("datasets", "schemas", "docs", "datapackage.yaml", "site.yaml")
OF_PROGRAM = ("build_scripts", "schemas", "docs", "mkdocs.yml", "mkdocs.en.yml")


def inputs_of(root: Path, today: date, proofs: RawTable | None = None) -> str:
    """Returns the hash of everything that a build of the ledger at `root` depends on."""
    paths = [*(root.resolve() / name for name in OF_LEDGER), *(PROGRAM / name for name in OF_PROGRAM)]
    libraries = sorted(f"{each.name} {each.version}" for each in distributions())
    said = json.dumps(read_settings(root), sort_keys=True)
    releases = git(root, "rev-parse", branch_of(root) or "") or ""
    return hash_of(
        hash_of_files(path for path in dict.fromkeys(paths) if path.exists()),
        *(said, today.isoformat(), last_change(root) or "", releases, repr(proofs), sys.version, *libraries),
    )
