"""The branch of releases: a folder a version, written through git's own plumbing; no working tree is touched."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from build_scripts.ledger.releases import BRANCH

REF = f"refs/heads/{BRANCH}"
README = """# 结对账本的各个版本 · Releases of Pairing Ledger

一个版本一个文件夹，发布以后不再改动。网站在 `data/<版本>/` 下原样公布。
One folder a version, never changed once published. The site serves it as it is below `data/<version>/`.
"""
PROGRAM = ("-c", "user.name=Pairing Ledger", "-c", "user.email=releases@pairing-ledger.example.org")


def keep_files(root: Path, version: str, files: dict[str, bytes], day: str) -> str:
    """Puts the files of a version on the branch, over what it held of that version; returns the commit."""
    parent = told(root, "rev-parse", "--verify", "--quiet", REF, check=False)
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        told(root, "read-tree", *([parent] if parent else ["--empty"]), env=index)
        told(root, "rm", "-r", "--quiet", "--cached", "--ignore-unmatch", "--", f":/{version}", env=index)
        for path, content in {"README.md": README.encode(), **{f"{version}/{n}": c for n, c in files.items()}}.items():
            entry = told(root, "hash-object", "-w", "--stdin", given=content)
            told(root, "update-index", "--add", "--cacheinfo", f"100644,{entry},{path}", env=index)
        tree = told(root, "write-tree", env=index)
    moment = {"GIT_AUTHOR_DATE": f"{day}T00:00:00Z", "GIT_COMMITTER_DATE": f"{day}T00:00:00Z"}
    line = ["-p", parent] if parent else []
    commit = told(root, *PROGRAM, "commit-tree", tree, *line, "-m", f"Release {version}", env=moment)
    told(root, "update-ref", REF, commit, *([parent] if parent else []))
    return commit


def told(root: Path, *command: str, given: bytes | None = None, env: dict | None = None, check: bool = True) -> str:
    """Returns what git prints; raises CalledProcessError where it fails and that matters."""
    run = subprocess.run(["git", "-C", root, *command], input=given, capture_output=True, check=check,
                         env=os.environ | (env or {}))  # fmt: skip
    return run.stdout.decode().strip()
