"""One file at two places: by hard link where the disk has such links. Commands of contributors do without it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def share(place: Path, target: Path) -> None:
    """Puts what is kept at `target` too: by hard link, as a copy where the disk has no such links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(place, target)
    except OSError:
        shutil.copyfile(place, target)
