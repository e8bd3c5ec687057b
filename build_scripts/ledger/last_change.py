"""The day on which the data last changed, as the history of the repository has it."""

from __future__ import annotations

import subprocess
from pathlib import Path

DATA = ("datasets", "schemas", "datapackage.yaml")


def last_change(root: Path) -> str | None:
    """Returns the day (ISO) of the last commit that changed the data; None where nobody can know.

    That is so outside a repository, in a shallow clone, and where the data on disk are not those of the last commit.
    """
    if git(root, "rev-parse", "--is-shallow-repository") != "false" or git(root, "status", "--porcelain", "--", *DATA):
        return None
    return git(root, "log", "-1", "--format=%cs", "--", *DATA) or None


def git(root: Path, *arguments: str) -> str | None:
    """Returns what git says; None where it is not there or refuses."""
    try:
        run = subprocess.run(["git", "-C", root, *arguments], capture_output=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return run.stdout.strip()
