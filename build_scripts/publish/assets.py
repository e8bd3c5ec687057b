"""The site's own files as they are sent: style sheets and scripts without the comments written for their authors."""

from __future__ import annotations

import re
from pathlib import Path

CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
INDENT = re.compile(r"^\s+", re.M)  # of a style sheet, with its empty lines
JS_COMMENT = re.compile(r"^[ \t]*//.*\n", re.M)  # whole lines: behind a word, `//` may stand in an address


def asset_files(assets: Path) -> dict[str, bytes]:
    """Returns path below the site's root -> contents; what others wrote (`vendor`) keeps its comments and licences."""
    paths = [path for path in sorted(assets.rglob("*")) if path.is_file()]
    return {path.relative_to(assets.parent).as_posix(): sent(path, assets) for path in paths}


def sent(path: Path, assets: Path) -> bytes:
    """Returns the contents of a file as it is published."""
    if path.parent == assets / "css":
        return INDENT.sub("", CSS_COMMENT.sub("", path.read_text(encoding="utf-8"))).encode()
    if path.parent == assets / "js":
        return JS_COMMENT.sub("", path.read_text(encoding="utf-8")).encode()
    return path.read_bytes()
