"""What others take for the same work, in the same run: Hugo for the pages, Frictionless alone and DuckDB for the data.

Processor seconds (user and system) of each command with all its processes, so that other work on the machine weighs
little. Hugo gets the Markdown of one language and, as its only layout, a page that MkDocs rendered, with title and
body as its variables: the same frame without what our templates compute. Its program is Debian's `hugo`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from build_scripts.ledger.package import data_package, open_package
from build_scripts.publish.render import render_tree

LANG = "zh"
HUGO_SETTINGS = 'baseURL = "https://ledger.example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
HUGO_SETTINGS += "uglyURLs = true\n[markup.goldmark.renderer]\nunsafe = true\n"
BODY = re.compile(r'(?<=<article class="md-content__inner md-typeset">).*(?=</article>)', re.DOTALL)
CALL = "from build_scripts.commands import bench_against as b; from pathlib import Path; b."


def against(root: Path) -> list[dict]:
    """Returns one row a comparison: what, ours and theirs in processor seconds, and ours as a multiple of theirs.

    What is not installed here has no seconds. The Markdown of the last build is read: `build` goes first.
    """
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        check = seconds([sys.executable, "-m", "build_scripts", "check", "--root", str(root)])
        duckdb = seconds([sys.executable, "-m", "build_scripts", "sql", "--root", str(root)])
        return [
            compared("check, against `frictionless validate`", check, frictionless_alone(root, work / "package")),
            compared("check, against the key rules in DuckDB", check, duckdb),
            compared("pages of one language, against Hugo", ours(root, work / "ours"), hugo(root, work / "hugo")),
        ]


def compared(what: str, own: float, other: float | None) -> dict:
    ratio = "" if other is None else f"{own / other:.2f}"
    return {"what": what, "ours": f"{own:.2f}", "theirs": "" if other is None else f"{other:.2f}", "ratio": ratio}


def seconds(command: list[str], folder: Path | None = None) -> float:
    """Returns processor seconds of a command and its children; raises CalledProcessError where it fails."""
    before = os.times()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def frictionless_alone(root: Path, folder: Path) -> float:
    """Returns what Frictionless takes for all tables by its own command, as anybody may run it on a download."""
    package = open_package(root)
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps(data_package(package), ensure_ascii=False), encoding="utf-8")
    for table in package.schemas:
        shutil.copy(package.path(table), folder / f"{table}.csv")
    return seconds([sys.executable, "-m", "frictionless", "validate", "datapackage.json"], folder)


def ours(root: Path, folder: Path) -> float:
    """Returns what MkDocs with our theme takes for the pages of one language, none of them kept from before."""
    call = f"{CALL}render(Path({str(root)!r}), Path({str(folder)!r}))"
    return seconds([sys.executable, "-c", call])


def render(root: Path, folder: Path) -> None:
    render_tree(LANG, root / "build/docs" / LANG, folder, open_package(root).settings, date(2026, 1, 1))


def hugo(root: Path, folder: Path) -> float | None:
    """Returns what Hugo takes for the same bodies; None where it is not installed."""
    if not shutil.which("hugo"):
        return None
    tree = root / "build/docs" / LANG
    for page in tree.rglob("*.md"):  # there `index` names a bundle, and what follows a dot is a language
        own = folder / "content" / page.relative_to(tree)
        own.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, own.with_name(f"page-{page.stem.replace('.', '-')}.md"))
    page = min((root / "site/places").glob("[0-9]*.html")).read_text(encoding="utf-8")  # a record's, as nearly all are
    layout = re.sub(r"<title>.*?</title>", "<title>{{ .Title }}</title>", BODY.sub("{{ .Content }}", page))
    for kind in ("single", "list"):
        path = folder / f"layouts/_default/{kind}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(layout, encoding="utf-8")
    (folder / "config.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    return seconds(["hugo", "--quiet"], folder)
