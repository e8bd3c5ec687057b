"""Which lists had how many pages in an earlier release: `datasets/numbered_pages.json`, base of the address -> pages.

A list that has become shorter keeps the addresses of its further pages, which say that there is nothing on them now.
"""

from __future__ import annotations

import json
from pathlib import Path

from build_scripts.ledger.shapes import read_as_written

NUMBERED = Path("datasets") / "numbered_pages.json"  # what `release` leaves behind
MOST = 1_000  # pages of one list: more were never published


def read_numbered(root: Path) -> dict[str, int]:
    """Returns base of a list's address -> its most pages in any release; nothing where no release was made."""
    path = root / NUMBERED
    with read_as_written(path):
        content = json.loads(path.read_bytes()) if path.is_file() else {}
    told = content.items() if isinstance(content, dict) else ()
    return {base: pages for base, pages in told if type(pages) is int and pages <= MOST}


def numbered_json(numbered: dict[str, int]) -> bytes:
    return (json.dumps(numbered, indent=1, sort_keys=True) + "\n").encode()
