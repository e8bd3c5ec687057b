"""Material's style sheets, as they are installed, in a layer below ours."""

from __future__ import annotations

from pathlib import Path

import material

TEMPLATES = Path(material.__file__).parent / "templates"
FOLDER = "assets/stylesheets/"
CHARSET = '@charset "UTF-8";'  # may stand at the very beginning only; the files are served as UTF-8
ORDER = ("main.", "palette.")  # Material loads them in this order


def material_styles() -> dict[str, bytes]:
    """Returns path below the site's root -> style sheet, by Material's own hashed names, in the order of loading.

    Each stands in the cascade layer `material`: whatever is said outside a layer comes before it, so ours need not
    outdo Material's selectors.
    """
    paths = [path for start in ORDER for path in (TEMPLATES / FOLDER).glob(f"{start}*.css")]
    return {FOLDER + path.name: layered(path.read_text(encoding="utf-8")) for path in paths}


def layered(css: str) -> bytes:
    """Returns a style sheet within the layer, without the reference to a source map that is not published."""
    body = css.removeprefix(CHARSET).partition("/*# sourceMappingURL=")[0]
    return f"@layer material{{{body}}}\n".encode()
