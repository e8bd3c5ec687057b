"""The numbered pages of the site that a release shows: addresses that later sites keep."""

from __future__ import annotations

import re
from pathlib import Path

from build_scripts.ledger.numbered import NUMBERED, numbered_json, read_numbered

PAGE = re.compile(r"(.+)\.p([0-9]+)\.html")


def numbered_pages(root: Path) -> dict[Path, bytes]:
    """Returns the file of numbered pages: of the built site and of all releases before; {} where there are none."""
    found = read_numbered(root)
    site = (root / "site").resolve()
    for path in site.rglob("*.p*.html") if site.is_dir() else ():
        match = PAGE.fullmatch(path.relative_to(site).as_posix())
        if match and not match[1].startswith("en/"):
            found[match[1]] = max(found.get(match[1], 1), int(match[2]))
    return {root / NUMBERED: numbered_json(found)} if found else {}
