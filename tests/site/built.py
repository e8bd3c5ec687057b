"""The built site that the tests walk over and open: which folder, and whether it is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.commands.serve import WATCHED

ROOT = Path(__file__).parents[2]
TREES = {"zh": "", "en": "en/"}
# One pattern a page kind, in the tree of a language; of several pages the first pattern that fits counts.
KINDS = (
    "index.html",
    "404.html",
    "about.html",
    "contribute.html",
    "counties.html",
    "counties/*.html",
    "codes.html",
    "deploy.html",
    "menu.html",
    "verify.html",
    "account.html",
    "account/*.html",
    "coverage.html",
    "coverage/*.html",
    "corrections.html",
    "releases/index*.html",
    "releases/*.html",
    "retired.html",
    "glossary.html",
    "method.html",
    "privacy.html",
    "reading.html",
    "search.html",
    "timeline.html",
    "audit.html",
    "audit-*.html",
    "gaps.html",
    "gaps-*.html",
    "quality*.html",
    "signals.html",
    "signals-*.html",
    "explorer.html",
    "charts/index*.html",
    "data/index*.html",
    "data/*.html",
    "embed/*.html",
    "flows/*.html",
    "funds/index*.html",
    "funds/*.html",
    "measures/index*.html",
    "measures/*.html",
    "pairings/index*.html",
    "pairings/*.html",
    "places/index*.html",
    "places/*.html",
    "projects/index*.html",
    "projects/*.html",
    "sources/index*.html",
    "sources/*.html",
)


def find_site(config: pytest.Config) -> Path:
    """The folder given by --site, or site/ where it is newer than its inputs; fails with what to do."""
    if given := config.getoption("--site"):
        return Path(given).resolve()
    site = (ROOT / "site").resolve()
    if not (site / "index.html").is_file():
        pytest.fail("there is no site/ to test; run: make site", pytrace=False)
    if newer := newer_inputs(site.stat().st_mtime):  # a page that did not change keeps its day; the folder does not
        pytest.fail(f"site/ is older than {newer[0]}; run: make site", pytrace=False)
    return site


def newer_inputs(built: float) -> list[str]:
    """What of the site's inputs was changed after the time, names below the program's folder."""
    tops = [ROOT / name for name in WATCHED]
    files = [file for top in tops for file in ([top] if top.is_file() else top.rglob("*")) if file.is_file()]
    changed = (file.relative_to(ROOT) for file in files if file.stat().st_mtime > built)
    return sorted(str(name) for name in changed if not any(part.startswith((".", "__py")) for part in name.parts))


def pages_of_kind(site: Path, kind: str, lang: str = "zh") -> list[Path]:
    """All pages of a kind in a language: the first of a list, then the largest first."""
    tree = site / TREES[lang]
    taken = {path for earlier in KINDS[: KINDS.index(kind)] for path in tree.glob(earlier)}
    found = [path for path in tree.glob(kind) if path not in taken]
    return sorted(found, key=lambda path: (path.name != "index.html", -path.stat().st_size, path.name))


def largest_page(site: Path, kind: str, lang: str = "zh") -> Path:
    """The largest page of a kind; fails where the site has none."""
    found = pages_of_kind(site, kind, lang)
    if not found:
        pytest.fail(f"the site has no page {TREES[lang]}{kind}", pytrace=False)
    return found[0]


def listing(found: list[str], most: int = 60) -> str:
    """The findings one a line, for the message of a failing test."""
    left_out = [f"… and {len(found) - most} more"] if len(found) > most else []
    return "\n".join([f"{len(found)} findings", *found[:most], *left_out])
