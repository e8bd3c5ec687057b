"""The releases: listed in `datasets/import_notes/releases.csv`, their files on a branch of their own.

The branch `releases` holds a folder a version and nothing else, so the main tree never grows by them. A copy without
that branch, such as a shallow clone, knows the list alone, and says so.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from build_scripts.ledger.last_change import git
from build_scripts.ledger.shapes import read_as_written
from build_scripts.ledger.tables import split_records

RELEASES = Path("datasets") / "import_notes" / "releases.csv"
COLUMNS = ["version", "date", "commit", "data_sha256"]
BRANCH = "releases"
PACKAGE, DATABASE = "pairing-ledger.zip", "pairing-ledger.sqlite"
MANIFEST, DELTA = "manifest.json", "delta.json"


class BrokenRelease(RuntimeError):
    """A kept file is not the one its manifest names; the message says so in both languages."""


@dataclass(frozen=True, eq=False)
class Release:
    """One version: its day, the commit whose data it holds, their checksum, and its files where this copy has them."""

    version: str
    date: str
    commit: str
    data_sha256: str
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def manifest(self) -> dict:
        return json.loads(self.files[MANIFEST])

    @property
    def delta(self) -> dict:
        """What differs from the release before it; nothing of the first one."""
        return json.loads(self.files[DELTA]) if DELTA in self.files else {}


def read_releases(root: Path) -> tuple[Release, ...]:
    """Returns the releases in their order; raises BrokenRelease where kept files are not those of the manifest."""
    path = root / RELEASES
    if not path.is_file():
        return ()
    with read_as_written(path):
        records, _ = split_records(path.read_text(encoding="utf-8"))
        rows = [(version, day, commit, digest) for _, (version, day, commit, digest) in records[1:]]
    branch = branch_of(root)
    return tuple(Release(*cells, kept_files(root, branch, cells[0], cells[3])) for cells in rows)


def branch_of(root: Path) -> str | None:
    """Returns the branch of releases, ours or that of the place this copy was cloned from; None where neither is."""
    names = (f"refs/heads/{BRANCH}", f"refs/remotes/origin/{BRANCH}")
    return next((name for name in names if git(root, "rev-parse", "--verify", "--quiet", name)), None)


def kept_files(root: Path, branch: str | None, version: str, data_sha256: str) -> dict[str, bytes]:
    """Returns name -> content of a version's files; {} where the branch lacks it, or holds it of other data."""
    listed = git(root, "ls-tree", "-r", "--name-only", "--full-tree", branch, f"{version}/") if branch else None
    names = [path.partition("/")[2] for path in (listed or "").splitlines()]
    files = {name: blob(root, f"{branch}:{version}/{name}") for name in names}
    if not files or json.loads(files[MANIFEST])["data_sha256"] != data_sha256:
        return {}
    for told in json.loads(files[MANIFEST])["files"]:
        if sha256(files.get(told["name"], b"")).hexdigest() != told["sha256"]:
            raise BrokenRelease(
                f"{BRANCH}: {version}/{told['name']} 与 {MANIFEST} 所记的校验值不符，请重新取回这一分支。\n"
                f"{BRANCH}: {version}/{told['name']} is not the file that {MANIFEST} names; fetch the branch again."
            )
    return files


def blob(root: Path, name: str) -> bytes:
    return subprocess.run(["git", "-C", root, "cat-file", "blob", name], capture_output=True, check=True).stdout
