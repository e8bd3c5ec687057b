"""`diff`: what a change of the data changes, as lines, as Markdown, as HTML for a browser.

    python -m build_scripts diff [--base origin/main] [-o build/diff.md] [-o build/diff.html]

Without `-o` a line a record is printed, which takes no time. A file says everything, and pictures of changed charts
stand in the folder `changed-charts` beside it.
"""

from __future__ import annotations

from pathlib import Path

from build_scripts.commands.difference.records import KINDS, all_changes, as_text, revision_of
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package, open_package
from build_scripts.publish.files import write_files

CHARTS, ENDINGS = "changed-charts", (".md", ".html")


def run(root: Path, base: str, lang: str, outputs: list[Path] | None = None) -> int:
    """Prints every change since the base, or writes all that it does to files whose names end in .md or .html.

    Returns 0. Raises UnknownRevision where git does not know the base, UnknownEnding for any other name of a file.
    """
    package = open_package(root)
    revision = revision_of(root, base)
    if not outputs:
        print(as_lines(package, base, revision, lang), end="")
        return 0
    if unknown := [path for path in outputs if path.suffix not in ENDINGS]:
        raise UnknownEnding(unknown[0])
    write_reports(package, base, revision, outputs)
    return 0


class UnknownEnding(RuntimeError):
    """A file is to be written in a form that is not known; the message holds both languages."""

    def __init__(self, path: Path):
        super().__init__("\n".join(word(lang, "diff.ending", file=path.name) for lang in LANGUAGES))


def as_lines(package: Package, base: str, revision: str, lang: str) -> str:
    """Returns one line a record that differs, then the line of counts."""
    changes = all_changes(package, revision)
    counts = {kind: sum(change.kind == kind for change in changes) for kind in KINDS}
    lines = [as_text(change, lang) for change in changes]
    return "\n".join([*lines, word(lang, "diff.title", base=base), word(lang, "diff.counts", **counts)]) + "\n"


def write_reports(package: Package, base: str, revision: str, outputs: list[Path]) -> None:
    """Writes the files, and the pictures into the folder beside the first of them; old pictures go."""
    from build_scripts.commands.difference.report import as_html, as_markdown  # late: lines of records need neither
    from build_scripts.commands.difference.whole import difference_of  # checks nor views

    difference = difference_of(package, base, revision)
    for path in outputs:
        path.parent.mkdir(parents=True, exist_ok=True)
        told = {".md": as_markdown, ".html": as_html}[path.suffix](package, difference, CHARTS)
        path.write_text(told, encoding="utf-8", newline="\n")
    folder = outputs[0].parent / CHARTS
    folder.mkdir(exist_ok=True)
    write_files(difference.pictures, folder)
